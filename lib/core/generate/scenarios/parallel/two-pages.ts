import { calls, together } from '../../sim/acts.ts';
import { match } from '../../sim/observed.ts';
import { between, place, some, two } from '../../words/draw.ts';
import { HOSTS, PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const twoPages = scenario({
  id: 'parallel/two-pages',
  family: 'parallel',
  skills: ['web', 'compare'],
  tools: ['web_fetch'],
  words: {
    ask: {
      en: ['Where is the {item} cheaper, {a} or {b}?', 'Compare the {item} price: {a} against {b}.'],
      zh: ['{item} 在 {a} 和 {b} 哪个更便宜？'],
      es: ['¿Dónde es más barato {item}, en {a} o en {b}?'],
      de: ['Wo ist {item} günstiger, {a} oder {b}?'],
      fr: ['Où {item} est-il moins cher, {a} ou {b} ?'],
      ja: ['{item} は {a} と {b} のどちらが安いですか。'],
    },
    done: {
      en: ['{cheap}: {low} EUR there, {high} EUR on the other page.'],
      zh: ['{cheap} 更便宜：{low} EUR，另一个是 {high} EUR。'],
      es: ['{cheap}: allí {low} EUR, en la otra {high} EUR.'],
      de: ['{cheap}: dort {low} EUR, auf der anderen Seite {high} EUR.'],
      fr: ['{cheap} : {low} EUR, contre {high} EUR sur l’autre page.'],
      ja: ['{cheap} の方が安く {low} EUR、もう一方は {high} EUR です。'],
    },
  },
  set(random) {
    const item = random.pick(PRODUCTS);
    const [a = '', b = ''] = some(random, HOSTS, 2).map((host) => `https://${host}/${item}-${between(random, 2, 99)}`);
    const prices = [between(random, 10, 99), between(random, 100, 180)].map(
      (price) => `${price}.${two(random.below(100))}`,
    );
    const [first = '', second = ''] = random.shuffle(prices);
    const page = (url: string, price: string) => ({
      url,
      title: item,
      text: `# ${item}\n\nOur ${item} costs ${price} EUR, delivery ${between(random, 1, 9)} days.`,
    });
    return {
      world: { ...place(random), web: [page(a, first), page(b, second)] },
      asked: { item, a, b },
      truth: Number(first) < Number(second) ? a : b,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ a, b }, hand) {
        const pages = yield* together([calls.fetch(a), calls.fetch(b)], 'both pages at once');
        const [one = '', other = ''] = pages.map(({ text }) => match(text, /costs ([\d.]+) EUR/)[0] ?? '');
        const first = Number(one) < Number(other);
        return hand.say('done', first ? { cheap: a, low: one, high: other } : { cheap: b, low: other, high: one });
      },
    },
  ],
  check: (cheap, { answers }) => ({ 'names the cheaper page': !!answers[0]?.includes(cheap) }),
});
