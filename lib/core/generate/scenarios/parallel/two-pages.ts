import { calls, together } from '../../sim/acts.ts';
import { match } from '../../sim/observed.ts';
import { between, place, some, two } from '../../words/draw.ts';
import { called } from '../../words/goods.ts';
import { HOSTS, PRODUCTS } from '../../words/lexicon.ts';
import { article } from '../../words/pages.ts';
import { scenario } from '../scenario.ts';

export const twoPages = scenario({
  id: 'parallel/two-pages',
  family: 'parallel',
  skills: ['web', 'compare'],
  tools: ['web_fetch'],
  words: {
    ask: {
      en: ['Where is {the} cheaper, {a} or {b}?', 'Compare the price of {the}: {a} against {b}.'],
      zh: ['{the}在 {a} 和 {b} 哪个更便宜？'],
      es: ['¿Dónde sale mejor de precio {the}, en {a} o en {b}?'],
      de: ['Wo ist {the} günstiger, {a} oder {b}?'],
      fr: ['Où trouve-t-on {the} à meilleur prix, sur {a} ou sur {b} ?'],
      ja: ['{the}は {a} と {b} のどちらが安いですか。'],
    },
    done: {
      en: [
        'At {cheap}: {low} EUR, against {high} EUR on the other page.',
        '{cheap} is cheaper, {low} EUR instead of {high} EUR.',
      ],
      zh: ['{cheap} 更便宜：{low} EUR，另一个是 {high} EUR。'],
      es: ['En {cheap}: {low} EUR, frente a {high} EUR en la otra.'],
      de: ['Bei {cheap}: {low} EUR statt {high} EUR auf der anderen Seite.'],
      fr: ['Sur {cheap} : {low} EUR, contre {high} EUR sur l’autre page.'],
      ja: ['{cheap} の方が安く {low} EUR、もう一方は {high} EUR です。'],
    },
  },
  set(random, language) {
    const item = random.pick(PRODUCTS);
    const [a = '', b = ''] = some(random, HOSTS, 2).map((host) => `https://${host}/${item}-${between(random, 2, 99)}`);
    const prices = [between(random, 10, 99), between(random, 100, 180)].map(
      (price) => `${price}.${two(random.below(100))}`,
    );
    const [first = '', second = ''] = random.shuffle(prices);
    const page = (url: string, price: string) => ({
      url,
      title: item,
      text: article(random, item, [`Our ${item} costs ${price} EUR, delivery in ${between(random, 2, 9)} days.`]),
    });
    return {
      world: { ...place(random), web: [page(a, first), page(b, second)] },
      asked: { the: called(item, language).the, a, b },
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
