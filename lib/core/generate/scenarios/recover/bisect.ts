import { exec } from '../../sim/acts.ts';
import { lineOf, match } from '../../sim/observed.ts';
import { between, day, person, place, times } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const FAULTS = ['missing symbol', 'wrong total', 'hangs at start', 'empty page'] as const;

/** Halving a range by running, which a look at any file cannot replace. */
export const bisect = scenario({
  id: 'recover/bisect',
  family: 'recover',
  skills: ['bisect', 'debugging', 'patience'],
  tools: ['exec', 'read'],
  words: {
    ask: {
      en: [
        'Build {good} still worked, build {bad} does not. ./try.sh NUMBER tries one. Which build broke it first, and whose was it (builds.txt)?',
        'Find the first broken build between {good} (fine) and {bad} (broken) with ./try.sh NUMBER; builds.txt says who made it.',
      ],
      zh: [
        'build {good} 还正常，build {bad} 已经坏了。./try.sh 编号 可以试一个。最早坏在哪个 build，是谁的（builds.txt）？',
      ],
      es: [
        'El build {good} iba bien y el {bad} ya no. ./try.sh NÚMERO prueba uno. ¿Cuál fue el primero que falló y de quién es (builds.txt)?',
      ],
      de: [
        'Build {good} lief noch, Build {bad} nicht mehr. ./try.sh NUMMER probiert einen aus. Welcher war der erste kaputte, und von wem ist er (builds.txt)?',
      ],
      fr: [
        'Le build {good} marchait, le {bad} ne marche plus. ./try.sh NUMÉRO en essaie un. Quel est le premier cassé, et de qui vient-il (builds.txt) ?',
      ],
      ja: [
        'build {good} は正常、build {bad} は壊れています。./try.sh 番号 で試せます。最初に壊れたのはどれで、誰のものですか（builds.txt）。',
      ],
    },
    done: {
      en: [
        'Build {first} is the first broken one ("{fault}"), build {before} was still fine. `builds.txt`: {who}, {date}.',
      ],
      zh: ['最早坏的是 build {first}（“{fault}”），build {before} 还正常。`builds.txt`：{who}，{date}。'],
      es: ['El primero que falla es el {first} («{fault}»); el {before} aún iba bien. `builds.txt`: {who}, {date}.'],
      de: ['Der erste kaputte ist Build {first} („{fault}“), Build {before} lief noch. `builds.txt`: {who}, {date}.'],
      fr: [
        'Le premier cassé est le {first} (« {fault} ») ; le {before} marchait encore. `builds.txt` : {who}, {date}.',
      ],
      ja: [
        '最初に壊れたのは build {first}（「{fault}」）で、build {before} は正常でした。`builds.txt`：{who}、{date}。',
      ],
    },
  },
  set(random) {
    const start = between(random, 100, 4000);
    const count = between(random, 40, 300);
    const broken = start + between(random, 2, count - 2);
    const fault = random.pick(FAULTS);
    const rows = times(count, (at) => `${start + at} ${day(random, 2026)} ${person(random)} ${random.pick(SERVICES)}`);
    const tryOne = `#!/bin/bash\nif [ "$1" -ge ${broken} ]; then echo "build $1: broken (${fault})"\nelse echo "build $1: fine"\nfi\n`;
    const [, date = '', given = '', family = ''] = (rows[broken - start] ?? '').split(' ');
    return {
      world: {
        ...place(random),
        files: [
          ['try.sh', { text: tryOne, mode: 'script' }],
          ['builds.txt', `${rows.join('\n')}\n`],
        ],
      },
      asked: { good: String(start), bad: String(start + count - 1) },
      truth: { first: String(broken), who: `${given} ${family}`, date },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ good, bad }, hand) {
        let [low, high, fault] = [Number(good), Number(bad), ''];
        while (high - low > 1) {
          const middle = Math.floor((low + high) / 2);
          const tried = yield* exec(
            `./try.sh ${middle}`,
            `try build ${middle}`,
            `The fault came in after ${low} and by ${high}; the middle halves that.`,
          );
          const [state = ''] = match(tried.text, new RegExp(`build ${middle}: (fine|broken)`));
          if (state === 'broken') [high, fault] = [middle, match(tried.text, /\((.+?)\)/)[0] ?? ''];
          else low = middle;
        }
        const both = yield* exec(`./try.sh ${low}; ./try.sh ${high}`, 'try both sides of the border once more');
        if (!fault) fault = match(both.text, /broken \((.+?)\)/)[0] ?? '';
        const row = lineOf(yield* exec(`grep '^${high} ' builds.txt`, 'who made that build'));
        const [date = '', who = ''] = match(row, /^\d+ (\S+) (\S+ \S+) /);
        return hand.say('done', { first: String(high), before: String(low), fault, who, date });
      },
    },
  ],
  check: (truth, { answers, calls }) => ({
    'names the first broken build and its author': Object.values(truth).every((fact) => answers[0]?.includes(fact)),
    'halves instead of trying all': calls.length <= 13,
    'does not look into the script': calls.every(
      ({ args }) => !/(cat|grep|head|sed).*try\.sh/.test(String(args.command ?? '')),
    ),
  }),
});
