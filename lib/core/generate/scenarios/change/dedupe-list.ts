import { exec } from '../../sim/acts.ts';
import { linesOf } from '../../sim/observed.ts';
import { between, filePath, place, some, times } from '../../words/draw.ts';
import { PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const dedupeList = scenario({
  id: 'change/dedupe-list',
  family: 'change',
  skills: ['awk', 'lists'],
  tools: ['exec', 'read'],
  words: {
    ask: {
      en: [
        'Remove repeated lines from {path} but keep the order of first appearance.',
        '{path} has the same entries several times. Keep the first of each, in the same order.',
      ],
      zh: ['删除 {path} 里的重复行，保留首次出现的顺序。'],
      es: ['Quita las líneas repetidas de {path} y conserva el orden de la primera aparición.'],
      de: ['Entferne doppelte Zeilen aus {path}, aber behalte die Reihenfolge des ersten Auftretens.'],
      fr: ['Supprime les lignes répétées de {path} en gardant l’ordre de première apparition.'],
      ja: ['{path} の重複行を削除し、最初に出た順序を保ってください。'],
    },
    done: {
      en: ['`{path}` went from {before} to {after} lines; order kept.'],
      zh: ['`{path}` 从 {before} 行变为 {after} 行，顺序不变。'],
      es: ['`{path}` pasó de {before} a {after} líneas, con el mismo orden.'],
      de: ['`{path}` hat jetzt {after} statt {before} Zeilen; die Reihenfolge ist geblieben.'],
      fr: ['`{path}` passe de {before} à {after} lignes, dans le même ordre.'],
      ja: ['`{path}` は {before} 行から {after} 行になりました。順序はそのままです。'],
    },
  },
  set(random) {
    const path = filePath(random, random.pick(['wishlist', 'queue', 'picks', 'requests']), 'txt');
    const items = some(random, PRODUCTS, between(random, 5, 12));
    const lines = random.shuffle([...items, ...times(between(random, 2, 9), () => random.pick(items))]);
    return {
      world: { ...place(random), files: [[path, `${lines.join('\n')}\n`]] },
      asked: { path },
      truth: `${[...new Set(lines)].join('\n')}\n`,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path }, hand) {
        const before = yield* exec(`wc -l < ${path}; sort ${path} | uniq -d`, 'how many lines, which of them repeated');
        yield* exec(`awk '!seen[$0]++' ${path} > ${path}.new && mv ${path}.new ${path}`, 'keep first appearances');
        const after = yield* exec(`wc -l < ${path}; sort ${path} | uniq -d`, 'no repetition may be left');
        return hand.say('done', {
          path,
          before: linesOf(before)[0]?.trim() ?? '',
          after: linesOf(after)[0]?.trim() ?? '',
        });
      },
    },
  ],
  check: async (wanted, { file }, { path }) => ({ 'each line once, in order': (await file(path)) === wanted }),
});
