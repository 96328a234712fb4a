import { exec, fetchPage } from '../../sim/acts.ts';
import { lineOf } from '../../sim/observed.ts';
import type { Observation } from '../../sim/policy.ts';
import { between, place, some, times, two } from '../../words/draw.ts';
import { HOSTS, PRODUCTS, SURNAMES } from '../../words/lexicon.ts';
import { article } from '../../words/pages.ts';
import { scenario } from '../scenario.ts';

/** A list that goes on over many pages, one of which does not answer at once. */
export const allPages = scenario({
  id: 'web/all-pages',
  family: 'web',
  skills: ['web', 'paging', 'patience'],
  tools: ['web_fetch', 'exec'],
  failure: 'http-error',
  words: {
    ask: {
      en: [
        '{url} is the first page of an offer list. Go through all pages: how many offers are there, and which is the cheapest, on which page?',
        'Read every page of the list that starts at {url}. I need the number of offers and the cheapest one with its page.',
      ],
      zh: ['{url} 是报价列表的第一页。请看完所有页：共有多少条报价，最便宜的是哪条，在哪一页？'],
      es: [
        '{url} es la primera página de una lista de ofertas. Recórrelas todas: ¿cuántas ofertas hay y cuál es la más barata, en qué página?',
      ],
      de: [
        '{url} ist die erste Seite einer Angebotsliste. Geh alle Seiten durch: Wie viele Angebote sind es, welches ist das billigste und auf welcher Seite?',
      ],
      fr: [
        '{url} est la première page d’une liste d’offres. Parcours toutes les pages : combien d’offres, et laquelle est la moins chère, sur quelle page ?',
      ],
      ja: ['{url} は見積り一覧の最初のページです。全ページを見て、件数と一番安いもの、そのページを教えてください。'],
    },
    done: {
      en: ['{count} offers on {pages} pages. The cheapest is {name} at {price} EUR, on {found}.'],
      zh: ['{pages} 页共 {count} 条报价。最便宜的是 {name}，{price} EUR，在 {found}。'],
      es: ['{count} ofertas en {pages} páginas. La más barata es {name}, a {price} EUR, en {found}.'],
      de: ['{count} Angebote auf {pages} Seiten. Am billigsten ist {name} mit {price} EUR, auf {found}.'],
      fr: ['{count} offres sur {pages} pages. La moins chère est {name} à {price} EUR, sur {found}.'],
      ja: ['{pages} ページに {count} 件あります。一番安いのは {name} の {price} EUR で、{found} にあります。'],
    },
  },
  set(random) {
    const [host, item] = [random.pick(HOSTS), random.pick(PRODUCTS)];
    const number = between(random, 10, 99);
    const count = between(random, 4, 8);
    const urls = times(count, (at) => `https://${host}/offers/${item}-${number}/${at + 1}`);
    const cheapest = `${between(random, 3, 19)}.${two(random.below(100))}`;
    const lucky = random.below(count);
    const down = 1 + random.below(count - 1);
    const makers = some(random, SURNAMES, 25);
    let offers = 0;
    const web = urls.map((url, at) => {
      const lines = times(between(random, 2, 5), (row) => {
        const price = at === lucky && row === 0 ? cheapest : `${between(random, 20, 240)}.${two(random.below(100))}`;
        return `Offer ${++offers}: ${makers[offers % makers.length]} ${price} EUR`;
      });
      const next = urls[at + 1];
      return {
        url,
        title: `${item} offers`,
        text: article(random, `${item} offers`, [
          lines.join('\n'),
          next ? `Next page: ${next}` : 'This is the last page.',
        ]),
        ...(at === down ? { failures: between(random, 1, 2) } : {}),
      };
    });
    return {
      world: { ...place(random), web },
      asked: { url: urls[0] ?? '' },
      truth: { count: String(offers), cheapest, found: urls[lucky] ?? '' },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ url }, hand) {
        const counts: number[] = [];
        let best = { name: '', price: '', found: '' };
        let failed = false;
        for (let at: string | undefined = url; at; ) {
          const why = failed ? 'temporary, as it seems; the same page once more' : 'the next page';
          const page: Observation = yield* fetchPage(at, counts.length === 0 ? 'the first page' : why);
          failed = page.isError;
          if (failed) continue;
          const offers = [...page.text.matchAll(/Offer \d+: (\w+) ([\d.]+) EUR/g)];
          counts.push(offers.length);
          for (const [, name = '', price = ''] of offers)
            if (best.price === '' || Number(price) < Number(best.price)) best = { name, price, found: at };
          at = /Next page: ([^\s\\"]+)/.exec(page.text)?.[1];
        }
        const sum = yield* exec(`echo $((${counts.join(' + ')})) offers on ${counts.length} pages`, 'add up the pages');
        const [count = '', , , pages = ''] = lineOf(sum).split(' ');
        return hand.say('done', { count, pages, ...best });
      },
    },
  ],
  check: (truth, { answers, calls }) => ({
    'states number, price and page': Object.values(truth).every((fact) => answers[0]?.includes(fact)),
    'a page that was down is asked for again': calls.some(({ isError }) => isError),
  }),
});
