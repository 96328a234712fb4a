import { fetchPage, use } from '../../sim/acts.ts';
import { jsonOf, match, member } from '../../sim/observed.ts';
import { between, place } from '../../words/draw.ts';
import { called } from '../../words/goods.ts';
import { HOSTS, PRODUCTS, TOWNS } from '../../words/lexicon.ts';
import { article } from '../../words/pages.ts';
import { scenario } from '../scenario.ts';

export const pageGone = scenario({
  id: 'recover/page-gone',
  family: 'recover',
  skills: ['web'],
  tools: ['web_fetch', 'web_search'],
  failure: 'http-error',
  words: {
    ask: {
      en: [
        'When does the {item} depot in {place} open? It was on {url}.',
        'Opening time of the {item} depot in {place}, please. Old link: {url}.',
      ],
      zh: ['{place} 的{the}仓库几点开门？以前在 {url}。'],
      es: ['¿A qué hora abre el almacén de {things} de {place}? Estaba en {url}.'],
      de: ['Wann öffnet das Depot für {things} in {place}? Es stand auf {url}.'],
      fr: ['À quelle heure ouvre le dépôt de {things} de {place} ? C’était sur {url}.'],
      ja: ['{place} の{the}の倉庫は何時に開きますか。以前は {url} にありました。'],
    },
    done: {
      en: ['It opens at {time}, according to {found}. The link you gave no longer exists.'],
      zh: ['根据 {found}，{time} 开门。你给的链接已经失效。'],
      es: ['Abre a las {time}, según {found}. El enlace que diste ya no existe.'],
      de: ['Es öffnet um {time}, laut {found}. Dein Link existiert nicht mehr.'],
      fr: ['Il ouvre à {time}, d’après {found}. Ton lien n’existe plus.'],
      ja: ['{found} によると {time} に開きます。以前のリンクはもうありません。'],
    },
  },
  set(random, language) {
    const [item, region, host] = [random.pick(PRODUCTS), random.pick(TOWNS), random.pick(HOSTS)];
    const time = `${between(random, 6, 11)}:${random.pick(['00', '15', '30', '45'])}`;
    const slug = region.toLowerCase().replace(' ', '-');
    const found = `https://${host}/depots/${slug}-${between(random, 2, 99)}`;
    return {
      world: {
        ...place(random),
        web: [
          {
            url: found,
            title: `${item} depot ${region}`,
            text: article(random, `Depot ${region}`, [
              `The ${region} depot for ${called(item, 'en').things} opens at ${time} on working days.`,
            ]),
          },
          { url: `https://${host}/about`, title: 'About us', text: 'We keep depots.' },
        ],
      },
      asked: { item, ...called(item, language), place: region, url: `https://${host}/old/${item}-${slug}` },
      truth: time,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ item, place: region, url }, hand) {
        yield* fetchPage(url, 'the page that was named');
        const hits = yield* use(
          'web_search',
          { query: `${item} depot ${region} opening time`, count: 3 },
          'the page is gone, so I search for it',
        );
        const found = member(jsonOf(hits), 'results.0.url');
        const page = yield* fetchPage(found, 'the best hit');
        return hand.say('done', { time: match(page.text, /opens at ([\d:]+)/)[0] ?? '', found });
      },
    },
  ],
  check: (time, { answers }) => ({ 'states the time': !!answers[0]?.includes(time) }),
});
