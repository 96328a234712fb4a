import { calls, together } from '../../sim/acts.ts';
import { match } from '../../sim/observed.ts';
import { between, place, some } from '../../words/draw.ts';
import { REGIONS, SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const threeConfigs = scenario({
  id: 'parallel/three-configs',
  family: 'parallel',
  skills: ['read', 'compare'],
  tools: ['read', 'exec'],
  words: {
    ask: {
      en: [
        'Compare {key} in {a}, {b} and {c}. Which is the odd one out?',
        '{a}, {b}, {c}: what {key} does each have, and which one differs?',
      ],
      zh: ['比较 {a}、{b}、{c} 里的 {key}，哪一个不一样？'],
      es: ['Compara {key} en {a}, {b} y {c}. ¿Cuál es distinto?'],
      de: ['Vergleiche {key} in {a}, {b} und {c}. Welche fällt heraus?'],
      fr: ['Compare {key} dans {a}, {b} et {c}. Lequel est différent ?'],
      ja: ['{a}、{b}、{c} の {key} を比べて、違うものを教えてください。'],
    },
    done: {
      en: ['`{odd}` is the odd one: {other}. The other two have {common}.'],
      zh: ['不一样的是 `{odd}`：{other}；另外两个都是 {common}。'],
      es: ['El distinto es `{odd}`: {other}. Los otros dos tienen {common}.'],
      de: ['`{odd}` fällt heraus: {other}. Die anderen beiden haben {common}.'],
      fr: ['`{odd}` est différent : {other}. Les deux autres ont {common}.'],
      ja: ['違うのは `{odd}` で {other}、他の二つは {common} です。'],
    },
    same: {
      en: ['None: all three have {common}.'],
      zh: ['都一样：三个都是 {common}。'],
      es: ['Ninguno: los tres tienen {common}.'],
      de: ['Keine: alle drei haben {common}.'],
      fr: ['Aucun : les trois ont {common}.'],
      ja: ['違いはなく、三つとも {common} です。'],
    },
  },
  set(random) {
    const key = random.pick(['replicas', 'port', 'timeout', 'quota', 'max_age']);
    const paths = some(random, REGIONS, 3).map((region) => `envs/${region}.yaml`);
    const common = between(random, 2, 900);
    const odd = random.below(5) === 0 ? -1 : random.below(3);
    const files = paths.map(
      (path, at) =>
        [
          path,
          `service: ${random.pick(SERVICES)}\n${key}: ${at === odd ? common + between(random, 1, 50) : common}\n`,
        ] as const,
    );
    const [a = '', b = '', c = ''] = paths;
    return { world: { ...place(random), files }, asked: { key, a, b, c }, truth: paths[odd] ?? '' };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ key, a, b, c }, hand) {
        const paths = [a, b, c];
        const files = yield* together(
          paths.map((path) => calls.read(path)),
          'three independent reads at once',
        );
        const values = files.map(({ text }) => match(text, new RegExp(`${key}: (\\d+)`))[0] ?? '');
        const odd = values.findIndex((value, at) => values.every((other, index) => index === at || other !== value));
        const common = values[odd === 0 ? 1 : 0] ?? '';
        return odd < 0
          ? hand.say('same', { common })
          : hand.say('done', { odd: paths[odd] ?? '', other: values[odd] ?? '', common });
      },
    },
  ],
  check: (odd, { answers, calls: made }) => ({
    'names the odd one': odd === '' || !!answers[0]?.includes(`\`${odd}\``),
    'reads in one go': made.length === 3,
  }),
});
