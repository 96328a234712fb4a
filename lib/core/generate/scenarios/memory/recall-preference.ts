import { recall, use } from '../../sim/acts.ts';
import { jsonOf, match, member } from '../../sim/observed.ts';
import { between, day, person, place, some, times } from '../../words/draw.ts';
import { PRODUCTS, SURNAMES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const TOPICS = [
  'dentist',
  'hotel',
  'bicycle shop',
  'print shop',
  'garage',
  'caterer',
  'library',
  'pharmacy',
  'notary',
  'bakery',
] as const;

export const recallPreference = scenario({
  id: 'memory/recall-preference',
  family: 'memory',
  skills: ['memory'],
  tools: ['memory_search', 'memory_get'],
  words: {
    ask: {
      en: ['Which {topic} did I like last time?', 'What was the name of the {topic} I wanted to use again?'],
      zh: ['我上次觉得不错的 {topic} 叫什么？'],
      es: ['¿Cómo se llamaba el {topic} que me gustó?'],
      de: ['Wie hieß noch der {topic}, mit dem ich zufrieden war?'],
      fr: ['Comment s’appelait le {topic} que j’avais aimé ?'],
      ja: ['前に気に入った {topic} の名前は何でしたか。'],
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
  set(random) {
    const [topic = '', ...others] = some(random, TOPICS, 5);
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
      asked: { topic },
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
