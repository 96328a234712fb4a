import { fetchPage, use } from '../../sim/acts.ts';
import { jsonOf, match, member } from '../../sim/observed.ts';
import { between, day, place, some } from '../../words/draw.ts';
import { called } from '../../words/goods.ts';
import { HOSTS, PRODUCTS, SURNAMES } from '../../words/lexicon.ts';
import { article } from '../../words/pages.ts';
import { scenario } from '../scenario.ts';

export const searchThenFetch = scenario({
  id: 'web/search-then-fetch',
  family: 'web',
  skills: ['web', 'search'],
  tools: ['web_search', 'web_fetch'],
  words: {
    ask: {
      en: [
        'When was the {maker} {item} recalled, and which batch? Give me the source.',
        'Find out about the recall of the {maker} {item}: date, batch, source.',
      ],
      zh: ['{maker} 的{the}什么时候召回的，哪个批次？请给出来源。'],
      es: ['¿Cuándo retiró {maker} {the} del mercado, y qué lote? Dame la fuente.'],
      de: ['Wann wurde {the} von {maker} zurückgerufen, und welche Charge? Bitte mit Quelle.'],
      fr: ['Quand {maker} a-t-il rappelé {the}, et quel lot ? Donne la source.'],
      ja: ['{maker} の{the}はいつ回収されましたか。ロットと出典もお願いします。'],
    },
    done: {
      en: ['Recalled on {date}, batch {batch}. Source: {url}'],
      zh: ['{date} 召回，批次 {batch}。来源：{url}'],
      es: ['Se retiró el {date}, lote {batch}. Fuente: {url}'],
      de: ['Rückruf am {date}, Charge {batch}. Quelle: {url}'],
      fr: ['Rappelé le {date}, lot {batch}. Source : {url}'],
      ja: ['{date} に回収、ロットは {batch} です。出典：{url}'],
    },
  },
  set(random, language) {
    const [maker = '', other = ''] = some(random, SURNAMES, 2);
    const [item = 'rope', wrong = 'rope'] = some(random, PRODUCTS, 2);
    const [host = '', second = ''] = some(random, HOSTS, 2);
    const truth = { date: day(random), batch: `B${between(random, 1000, 9999)}` };
    const url = `https://${host}/recalls/${between(random, 100, 999)}`;
    return {
      world: {
        ...place(random),
        web: [
          {
            url: `https://${second}/${wrong}`,
            title: `${other} ${wrong} review`,
            text: article(random, 'Reviews', [
              `A review of the ${other} ${wrong}. It held for a year. Nothing was recalled.`,
            ]),
            about: `${other} ${wrong} recall`,
          },
          {
            url,
            title: `Recall: ${maker} ${item}`,
            text: article(random, 'Recalls', [
              `The maker ${maker} recalls its ${item}. Date: ${truth.date}. Batch: ${truth.batch}. Return it to the shop.`,
            ]),
            about: `recall ${maker} ${item} batch date`,
          },
        ],
      },
      asked: { maker, item, the: called(item, language).the },
      truth: { ...truth, url },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ maker, item }, hand) {
        const hits = yield* use(
          'web_search',
          { query: `${maker} ${item} recall batch date`, count: 5 },
          'find a source',
        );
        const url = member(jsonOf(hits), 'results.0.url');
        const page = yield* fetchPage(url, 'read it, a snippet is not enough');
        const [date = '', batch = ''] = match(page.text, /Date: (\S+)\. Batch: (\w+)/);
        return hand.say('done', { date, batch, url });
      },
    },
  ],
  check: (truth, { answers }) => ({
    'states date, batch and source': Object.values(truth).every((text) => answers[0]?.includes(text)),
  }),
});
