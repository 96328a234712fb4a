import { fetchPage } from '../../sim/acts.ts';
import { match } from '../../sim/observed.ts';
import { between, person, place } from '../../words/draw.ts';
import { HOSTS, PRODUCTS, TOWNS } from '../../words/lexicon.ts';
import { article } from '../../words/pages.ts';
import { scenario } from '../scenario.ts';

export const pageFact = scenario({
  id: 'web/page-fact',
  family: 'web',
  skills: ['web'],
  tools: ['web_fetch', 'web_search'],
  words: {
    ask: {
      en: [
        'Who runs the {place} workshop according to {url}, and how many places are left?',
        'Open {url}: head of the {place} workshop, free places.',
      ],
      zh: ['{url} 上 {place} 的工作坊由谁负责，还剩多少名额？'],
      es: ['Según {url}, ¿quién dirige el taller de {place} y cuántas plazas quedan?'],
      de: ['Wer leitet laut {url} den Workshop {place}, und wie viele Plätze sind frei?'],
      fr: ['D’après {url}, qui dirige l’atelier {place}, et combien de places restent ?'],
      ja: ['{url} では {place} のワークショップの担当者は誰で、残り何席ですか。'],
    },
    done: {
      en: ['{head} runs it; {free} places are left.'],
      zh: ['由 {head} 负责，还剩 {free} 个名额。'],
      es: ['Lo dirige {head}; quedan {free} plazas.'],
      de: ['{head} leitet ihn; {free} Plätze sind frei.'],
      fr: ['C’est {head} ; il reste {free} places.'],
      ja: ['担当は {head} で、残りは {free} 席です。'],
    },
  },
  set(random) {
    const here = random.pick(TOWNS);
    const url = `https://${random.pick(HOSTS)}/${random.pick(['courses', 'workshops', 'events'])}/${between(random, 2024, 2026)}-${between(random, 1, 52)}`;
    const rows = random
      .shuffle(TOWNS)
      .filter((region) => region !== here)
      .slice(0, between(random, 2, 4));
    const truth = { head: person(random), free: String(between(random, 1, 60)) };
    const section = (region: string, head: string, free: string) =>
      `## ${region}\n\nTopic: ${random.pick(PRODUCTS)}. Head: ${head}. Free places: ${free}.`;
    const text = random.shuffle([
      section(here, truth.head, truth.free),
      ...rows.map((region) => section(region, person(random), String(between(random, 61, 99)))),
    ]);
    return {
      world: {
        ...place(random),
        web: [
          {
            url,
            title: 'Workshops',
            text: article(random, 'Workshops', text),
          },
        ],
      },
      asked: { place: here, url },
      truth,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ place: region, url }, hand) {
        const page = yield* fetchPage(url, 'open the page');
        const section = page.text.slice(page.text.indexOf(`## ${region}\\n`));
        const [head = '', free = ''] = match(section, /Head: ([^.]+)\. Free places: (\d+)/);
        return hand.say('done', { head, free });
      },
    },
  ],
  check: ({ head, free }, { answers }) => ({
    'names head and places': !!answers[0]?.includes(head) && answers[0].includes(free),
  }),
});
