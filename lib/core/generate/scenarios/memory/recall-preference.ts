import { recall, use } from '../../sim/acts.ts';
import { jsonOf, match, member } from '../../sim/observed.ts';
import { between, day, person, place, some, times } from '../../words/draw.ts';
import { PRODUCTS, SURNAMES } from '../../words/lexicon.ts';
import type { Language } from '../../words/phrases.ts';
import { scenario } from '../scenario.ts';

/** Places that one goes to again: how the notes call them, and how people do. */
const TOPICS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  dentist: { en: 'dentist', zh: '牙医', es: 'dentista', de: 'die Zahnarztpraxis', fr: 'le dentiste', ja: '歯医者' },
  hotel: { en: 'hotel', zh: '酒店', es: 'hotel', de: 'das Hotel', fr: 'l’hôtel', ja: 'ホテル' },
  'bicycle shop': {
    en: 'bicycle shop',
    zh: '自行车店',
    es: 'taller de bicicletas',
    de: 'der Fahrradladen',
    fr: 'le magasin de vélos',
    ja: '自転車屋',
  },
  'print shop': {
    en: 'print shop',
    zh: '打印店',
    es: 'centro de impresión',
    de: 'die Druckerei',
    fr: 'l’imprimeur',
    ja: '印刷屋',
  },
  garage: { en: 'garage', zh: '修车厂', es: 'taller mecánico', de: 'die Werkstatt', fr: 'le garage', ja: '修理工場' },
  caterer: {
    en: 'caterer',
    zh: '餐饮公司',
    es: 'servicio de catering',
    de: 'der Partyservice',
    fr: 'le traiteur',
    ja: 'ケータリング',
  },
  library: {
    en: 'library',
    zh: '图书馆',
    es: 'lugar de lectura',
    de: 'die Bibliothek',
    fr: 'la bibliothèque',
    ja: '図書館',
  },
  notary: { en: 'notary', zh: '公证处', es: 'notario', de: 'das Notariat', fr: 'le notaire', ja: '公証役場' },
  bakery: { en: 'bakery', zh: '面包店', es: 'horno de pan', de: 'die Bäckerei', fr: 'la boulangerie', ja: 'パン屋' },
};

export const recallPreference = scenario({
  id: 'memory/recall-preference',
  family: 'memory',
  skills: ['memory'],
  tools: ['memory_search', 'memory_get'],
  words: {
    ask: {
      en: ['Which {it} did I like last time?', 'What was the name of the {it} I wanted to use again?'],
      zh: ['我上次觉得不错的{it}叫什么？'],
      es: ['¿Cómo se llamaba el {it} que me gustó?'],
      de: ['Wie hieß noch {it}? Damit war ich zufrieden.'],
      fr: ['Comment s’appelait {it} dont j’étais content ?'],
      ja: ['前に気に入った{it}の名前は何でしたか。'],
    },
    done: {
      en: ['It was "{name}"; you noted it on {date}.', '"{name}", according to your note of {date}.'],
      zh: ['是“{name}”，你在 {date} 记下的。'],
      es: ['Era «{name}»; lo anotaste el {date}.'],
      de: ['Das war „{name}“, notiert am {date}.'],
      fr: ['C’était « {name} », noté le {date}.'],
      ja: ['「{name}」です。{date} のメモにあります。'],
    },
  },
  set(random, language) {
    const [topic = '', ...others] = some(random, Object.keys(TOPICS), 5);
    const note = (about: string) =>
      `## ${about}\n\n- the ${about} ${random.pick(SURNAMES)} & ${random.pick(SURNAMES)} was good, use again`;
    const date = day(random, 2025);
    const text = note(topic);
    return {
      world: {
        ...place(random),
        files: [
          [`memory/${date}.md`, `# ${date}\n\nmet ${person(random)}\n\n${text.split('\n\n').join('\n')}\n`],
          [
            'MEMORY.md',
            `# Memory\n\n${times(between(random, 1, 3), () => `- likes ${random.pick(PRODUCTS)}`).join('\n')}\n\n${others
              .slice(0, 2)
              .map((about) => note(about).replace('\n\n', '\n'))
              .join('\n\n')}\n`,
          ],
        ],
      },
      asked: { topic, it: TOPICS[topic]?.[language] ?? topic },
      truth: { name: match(text, /the .+? (\w+ & \w+) was/)[0] ?? '', date },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ topic }, hand) {
        const hits = yield* recall(`${topic} good use again`, 'look into the notes first');
        const [path, from] = [
          member(jsonOf(hits), 'results.0.path'),
          Number(member(jsonOf(hits), 'results.0.startLine')),
        ];
        const note = yield* use('memory_get', { path, from, lines: 4 }, 'the lines around the hit');
        const [name = ''] = match(note.text, new RegExp(`the ${topic} (\\w+ & \\w+) was`));
        return hand.say('done', { name, date: match(path, /(\d{4}-\d{2}-\d{2})/)[0] ?? '' });
      },
    },
  ],
  check: ({ name, date }, { answers }) => ({
    'names what was noted, and when': !!answers[0]?.includes(name) && answers[0].includes(date),
  }),
});
