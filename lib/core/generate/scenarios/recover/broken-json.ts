import { edit, exec } from '../../sim/acts.ts';
import { match } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { PRODUCTS, SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const brokenJson = scenario({
  id: 'recover/broken-json',
  family: 'recover',
  skills: ['json', 'debugging'],
  tools: ['exec', 'read', 'edit'],
  failure: 'syntax-error',
  words: {
    ask: {
      en: [
        '{path} does not load any more. Find the mistake and fix it without changing any value.',
        'Something broke {path}. Please repair the syntax, values stay as they are.',
      ],
      zh: ['{path} 加载不了了。找出错误并修好，不要改动任何值。'],
      es: ['{path} ya no carga. Encuentra el fallo y arréglalo sin cambiar ningún valor.'],
      de: ['{path} lässt sich nicht mehr laden. Finde den Fehler und behebe ihn, ohne Werte zu ändern.'],
      fr: ['{path} ne se charge plus. Trouve l’erreur et corrige-la sans changer de valeur.'],
      ja: ['{path} が読み込めなくなりました。値を変えずに間違いを直してください。'],
    },
    done: {
      en: ['A comma was missing after `{line}`. I added it; `{path}` parses again with {count} keys.'],
      zh: ['`{line}` 后面少了逗号，已补上；`{path}` 现在可以解析，共 {count} 个键。'],
      es: ['Faltaba una coma tras `{line}`. La añadí; `{path}` vuelve a ser válido, con {count} claves.'],
      de: ['Nach `{line}` fehlte ein Komma. Ergänzt; `{path}` ist wieder lesbar, mit {count} Schlüsseln.'],
      fr: ['Il manquait une virgule après `{line}`. Ajoutée ; `{path}` se lit à nouveau, avec {count} clés.'],
      ja: ['`{line}` の後のカンマが抜けていました。追加したので、`{path}` は {count} 個のキーで読めます。'],
    },
  },
  set(random) {
    const keys = some(random, SERVICES, between(random, 5, 10));
    const entries = keys.map(
      (key) => [key, random.below(2) ? between(random, 1, 9000) : random.pick(PRODUCTS)] as const,
    );
    const good = JSON.stringify(Object.fromEntries(entries), null, 2).split('\n');
    const at = 1 + random.below(keys.length - 1);
    const bad = good.map((line, index) => (index === at ? line.replace(/,$/, '') : line));
    const path = random.pick(['settings.json', 'config/app.json', 'data/index.json', 'conf/table.json']);
    return {
      world: { ...place(random), files: [[path, `${bad.join('\n')}\n`]] },
      asked: { path },
      truth: `${good.join('\n')}\n`,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path }, hand) {
        const failing = yield* exec(`jq . ${path}`, 'parse it');
        match(failing.text, /(parse error)/);
        const numbered = yield* exec(`cat -n ${path}`, 'number the lines');
        const lines = numbered.text.split('\n').map((line) => line.replace(/^\s*\d+\t/, ''));
        // A line that ends a value without a comma although another key follows.
        const at = lines.findIndex(
          (line, index) => /^ {2}"/.test(line) && !line.endsWith(',') && /^ {2}"/.test(lines[index + 1] ?? ''),
        );
        const line = lines[at] ?? '';
        yield* edit(path, `${line}\n`, `${line},\n`, 'the comma');
        const count = yield* exec(`jq 'keys | length' ${path}`, 'parse it again');
        return hand.say('done', { path, line: line.trim(), count: count.text.trim() });
      },
    },
  ],
  check: async (wanted, { file }, { path }) => ({
    'the file is repaired and nothing else changed': (await file(path)) === wanted,
  }),
});
