import { exec } from '../../sim/acts.ts';
import { lineOf, linesOf } from '../../sim/observed.ts';
import { between, place, some, times } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const MARKS = ['TODO', 'FIXME', 'HACK'] as const;
const LINES = [
  'const value = load();',
  'return value;',
  'if (!value) throw new Error();',
  'export const limit = 10;',
  'await save(value);',
  '}',
  '// keeps the order',
] as const;
const NOTES = [
  'handle empty input',
  'remove after the move',
  'ask why this is needed',
  'make this faster',
  'test the other branch',
] as const;

export const todoCount = scenario({
  id: 'inspect/todo-count',
  family: 'inspect',
  skills: ['grep', 'code'],
  tools: ['exec', 'read', 'ls'],
  words: {
    ask: {
      en: [
        'How many {mark} comments are left in {folder}, and which file has the most?',
        'Count the {mark}s under {folder}. Where are most of them?',
      ],
      zh: ['{folder} 里还有多少个 {mark}？哪个文件最多？'],
      es: ['¿Cuántos {mark} quedan en {folder} y qué archivo tiene más?'],
      de: ['Wie viele {mark} stehen noch in {folder}, und welche Datei hat die meisten?'],
      fr: ['Combien de {mark} restent dans {folder}, et quel fichier en a le plus ?'],
      ja: ['{folder} に {mark} はいくつ残っていて、一番多いファイルはどれですか。'],
    },
    done: {
      en: [
        '{total} in all; most of them, {most}, are in `{file}`.',
        'I find {total} {mark} comments. `{file}` has the most: {most}.',
      ],
      zh: ['共 {total} 个 {mark}，最多的是 `{file}`，有 {most} 个。'],
      es: ['En total {total}; el que más tiene es `{file}` con {most}.'],
      de: ['Insgesamt {total}; die meisten, nämlich {most}, stehen in `{file}`.'],
      fr: ['Au total {total} ; `{file}` en a le plus, avec {most}.'],
      ja: ['全部で {total} 個、最も多いのは `{file}` の {most} 個です。'],
    },
    none: {
      en: ['There is no {mark} left under `{folder}`: the search came back empty.'],
      zh: ['`{folder}` 里没有 {mark} 了，搜索结果为空。'],
      es: ['No queda ningún {mark} en `{folder}`: la búsqueda no dio nada.'],
      de: ['Unter `{folder}` gibt es kein {mark} mehr, die Suche blieb leer.'],
      fr: ['Il ne reste aucun {mark} sous `{folder}` : la recherche est vide.'],
      ja: ['`{folder}` に {mark} は残っていません。検索結果は空でした。'],
    },
  },
  set(random) {
    const folder = random.pick(['src', 'lib', 'app', 'server', 'packages/core']);
    const mark = random.pick(MARKS);
    const other = MARKS.filter((name) => name !== mark);
    const none = random.below(5) === 0;
    const counts = random.shuffle([0, 1, 2, 4, 7].map((count) => (none ? 0 : count)));
    const files = some(random, SERVICES, 5).map((name, at) => {
      const notes = times(counts[at] ?? 0, () => `// ${mark}: ${random.pick(NOTES)}`);
      const code = times(between(random, 5, 12), () =>
        random.below(9) === 0 ? `// ${random.pick(other)}: ${random.pick(NOTES)}` : random.pick(LINES),
      );
      return [`${folder}/${name}.ts`, `${random.shuffle([...notes, ...code]).join('\n')}\n`] as const;
    });
    return {
      world: { ...place(random), files },
      asked: { folder, mark },
      truth: { total: none ? 0 : 14, file: files[counts.indexOf(7)]?.[0] ?? '' },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ folder, mark }, hand) {
        const all = yield* exec(`grep -rn '${mark}' ${folder} | wc -l`, `count every ${mark}`);
        const total = lineOf(all).trim();
        if (total === '0') return hand.say('none', { folder, mark });
        const perFile = yield* exec(
          `grep -rc '${mark}' ${folder} | sort -t: -k2 -rn | head -n 3`,
          'where most of them are',
        );
        const [file = '', most = ''] = (linesOf(perFile)[0] ?? '').split(':');
        return hand.say('done', { total, mark, file, most });
      },
    },
  ],
  check: ({ total, file }, { answers }) => ({
    'states the number and the file':
      total === 0 || (!!answers[0]?.includes(String(total)) && answers[0].includes(file)),
  }),
});
