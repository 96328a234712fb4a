import { fetchPage, use } from '../../sim/acts.ts';
import { jsonOf, match, member } from '../../sim/observed.ts';
import { between, place } from '../../words/draw.ts';
import { HOSTS, PRODUCTS, REGIONS } from '../../words/lexicon.ts';
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
        'When does the {place} {item} depot open? It was on {url}.',
        'Opening time of the {item} depot in {place}, please. Old link: {url}.',
      ],
      zh: ['{place} 的 {item} depot 几点开门？以前在 {url}。'],
      es: ['¿A qué hora abre el depot de {item} de {place}? Estaba en {url}.'],
      de: ['Wann öffnet das {item}-Depot {place}? Es stand auf {url}.'],
      fr: ['À quelle heure ouvre le depot {item} de {place} ? C’était sur {url}.'],
      ja: ['{place} の {item} depot は何時に開きますか。以前は {url} にありました。'],
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
  set(random) {
    const [item, region, host] = [random.pick(PRODUCTS), random.pick(REGIONS), random.pick(HOSTS)];
    const time = `${between(random, 6, 11)}:${random.pick(['00', '15', '30', '45'])}`;
    const found = `https://${host}/depots/${region}-${between(random, 2, 99)}`;
    return {
      world: {
        ...place(random),
        web: [
          {
            url: found,
            title: `${item} depot ${region}`,
            text: `The ${region} depot for ${item}s opens at ${time} on working days.`,
          },
          { url: `https://${host}/about`, title: 'About us', text: 'We keep depots.' },
        ],
      },
      asked: { item, place: region, url: `https://${host}/old/${item}-${region}` },
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
          'gone; search for it',
        );
        const found = member(jsonOf(hits), 'results.0.url');
        const page = yield* fetchPage(found, 'the best hit');
        return hand.say('done', { time: match(page.text, /opens at ([\d:]+)/)[0] ?? '', found });
      },
    },
  ],
  check: (time, { answers }) => ({ 'states the time': !!answers[0]?.includes(time) }),
});
