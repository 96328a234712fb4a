import { exec, slip } from '../../sim/acts.ts';
import { lineOf } from '../../sim/observed.ts';
import { between, filePath, place, times } from '../../words/draw.ts';
import { GIVEN, REGIONS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const wrongSeparator = scenario({
  id: 'recover/wrong-separator',
  family: 'recover',
  skills: ['awk', 'csv'],
  tools: ['exec', 'read'],
  failure: 'wrong-assumption',
  words: {
    ask: {
      en: [
        'What is the largest score in {path}, and who has it?',
        'Find the best score in {path} with the name that goes with it.',
      ],
      zh: ['{path} 里最高的 score 是多少？是谁的？'],
      es: ['¿Cuál es el score más alto de {path} y de quién es?'],
      de: ['Was ist der höchste score in {path}, und wem gehört er?'],
      fr: ['Quel est le meilleur score dans {path}, et de qui ?'],
      ja: ['{path} で一番高い score はいくつで、誰のものですか。'],
    },
    done: {
      en: [
        'The best score is {score}, by {name}. (The columns are separated by tabs, so my first try gave nothing useful.)',
      ],
      zh: ['最高分是 {score}，{name} 的。（列之间是制表符，所以第一次没查对。）'],
      es: [
        'El mejor score es {score}, de {name}. (Las columnas van separadas por tabuladores; el primer intento no sirvió.)',
      ],
      de: [
        'Der höchste score ist {score}, von {name}. (Die Spalten sind durch Tabulatoren getrennt, der erste Versuch war daher unbrauchbar.)',
      ],
      fr: [
        'Le meilleur score est {score}, de {name}. (Les colonnes sont séparées par des tabulations, le premier essai ne valait rien.)',
      ],
      ja: ['最高は {name} の {score} です。（列はタブ区切りだったため、最初の試みは失敗でした。）'],
    },
  },
  set(random) {
    const path = filePath(random, random.pick(['scores', 'results', 'ratings', 'grades']), 'csv');
    const rows = times(
      between(random, 8, 25),
      (at) => [`${random.pick(GIVEN)}-${at + 1}`, random.pick(REGIONS), at * 40 + between(random, 1, 39)] as const,
    );
    const best = rows.at(-1);
    return {
      world: {
        ...place(random),
        files: [
          [
            path,
            `name\tregion\tscore\n${random
              .shuffle(rows)
              .map((row) => row.join('\t'))
              .join('\n')}\n`,
          ],
        ],
      },
      asked: { path },
      truth: { name: best?.[0] ?? '', score: String(best?.[2] ?? '') },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ path }, hand) {
        // The name ends in .csv, so commas are assumed; that is the slip.
        yield* slip(
          'exec',
          { command: `tail -n +2 ${path} | sort -t, -k3 -rn | awk -F, '{print $3, $1}' | head -n 1` },
          'largest in column 3',
        );
        yield* exec(
          `head -n 2 ${path} | cat -A`,
          'show the separators',
          'No sensible number came out. The file may not be separated as I assumed.',
        );
        const best = yield* exec(
          `tail -n +2 ${path} | sort -t"$(printf '\\t')" -k3 -rn | head -n 1`,
          'tabs, not commas',
        );
        const [name = '', , score = ''] = lineOf(best).split('\t');
        return hand.say('done', { name, score });
      },
    },
  ],
  check: ({ name, score }, { answers }) => ({
    'states the best score and its owner': !!answers[0]?.includes(name) && answers[0].includes(score),
  }),
});
