import { calls, together } from '../../sim/acts.ts';
import { between, place, some, times } from '../../words/draw.ts';
import { FOLDERS, PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const countLines = scenario({
  id: 'parallel/count-lines',
  family: 'parallel',
  skills: ['wc'],
  tools: ['exec', 'read'],
  words: {
    ask: {
      en: ['How many lines do {list} have?', 'Line counts of {list}, please.'],
      zh: ['{list} 各有多少行？'],
      es: ['¿Cuántas líneas tienen {list}?'],
      de: ['Wie viele Zeilen haben {list}?'],
      fr: ['Combien de lignes ont {list} ?'],
      ja: ['{list} はそれぞれ何行ですか。'],
    },
    done: { en: ['{rows}'], zh: ['{rows}'], es: ['{rows}'], de: ['{rows}'], fr: ['{rows}'], ja: ['{rows}'] },
  },
  set(random) {
    const folder = random.pick(FOLDERS);
    const files = some(random, PRODUCTS, between(random, 2, 4)).map((name) => {
      const lines = between(random, 3, 200);
      return [`${folder}/${name}.txt`, times(lines, (at) => `${name} ${at}\n`).join(''), lines] as const;
    });
    return {
      world: { ...place(random), files: files.map(([path, text]) => [path, text]) },
      asked: { list: files.map(([path]) => path).join(', ') },
      truth: files.map(([path, , lines]) => [path, lines] as const),
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ list }, hand) {
        const paths = list.split(', ');
        const counts = yield* together(
          paths.map((path) => calls.exec(`wc -l < ${path}`, `lines of ${path}`)),
          'independent counts',
        );
        return hand.say('done', {
          rows: paths.map((path, at) => `- \`${path}\`: ${counts[at]?.text.trim()}`).join('\n'),
        });
      },
    },
  ],
  check: (files, { answers }) => ({
    'states every count': files.every(([path, lines]) => answers[0]?.includes(`\`${path}\`: ${lines}`)),
  }),
});
