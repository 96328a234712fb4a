import { use } from '../../sim/acts.ts';
import { jsonOf } from '../../sim/observed.ts';
import { between, place, some, times } from '../../words/draw.ts';
import { CHANNELS, GIVEN, PRODUCTS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const SMALL_TALK = ['good morning', 'on my way', 'thanks', 'see you later', 'nice', 'lunch at noon?', 'yes'] as const;

export const chatSummary = scenario({
  id: 'schedule/chat-summary',
  family: 'schedule-and-message',
  skills: ['message', 'summary'],
  tools: ['message'],
  words: {
    ask: {
      en: [
        'Who in the {channel} group {group} asked for something, and for what?',
        'Read {group} on {channel} and list the requests with names.',
      ],
      zh: ['{channel} 的 {group} 群里谁要什么东西？'],
      es: ['¿Quién pidió algo en el grupo {group} de {channel}, y qué?'],
      de: ['Wer hat in der {channel}-Gruppe {group} um etwas gebeten, und worum?'],
      fr: ['Qui a demandé quelque chose dans le groupe {group} sur {channel}, et quoi ?'],
      ja: ['{channel} の {group} で、誰が何を頼んでいますか。'],
    },
    done: {
      en: ['Requests in {group}:\n{rows}'],
      zh: ['{group} 里的请求：\n{rows}'],
      es: ['Peticiones en {group}:\n{rows}'],
      de: ['Bitten in {group}:\n{rows}'],
      fr: ['Demandes dans {group} :\n{rows}'],
      ja: ['{group} での依頼：\n{rows}'],
    },
    none: {
      en: ['Nobody asked for anything in {group}; there is only small talk.'],
      zh: ['{group} 里没人提要求，只有闲聊。'],
      es: ['Nadie pidió nada en {group}; solo hay charla.'],
      de: ['In {group} hat niemand um etwas gebeten, es wurde nur geplaudert.'],
      fr: ['Personne n’a rien demandé dans {group} ; que du bavardage.'],
      ja: ['{group} では依頼はなく、雑談だけでした。'],
    },
  },
  set(random) {
    const channel = random.pick(CHANNELS);
    const group = `${random.pick(['yard', 'family', 'crew', 'office', 'club'])}-${between(random, 2, 90)}`;
    const people = some(random, GIVEN, between(random, 3, 5));
    const wishes =
      random.below(6) === 0
        ? []
        : times(between(random, 1, 3), (at) => ({ from: people[at] ?? '', item: random.pick(PRODUCTS) }));
    const lines = [
      ...wishes.map(({ from, item }) => ({ from, text: `can someone bring the ${item}?` })),
      ...times(between(random, 3, 7), () => ({ from: random.pick(people), text: random.pick(SMALL_TALK) })),
    ];
    return {
      world: { ...place(random), chats: random.shuffle(lines).map((line) => ({ channel, target: group, ...line })) },
      asked: { channel, group },
      truth: wishes,
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ channel, group }, hand) {
        const read = jsonOf(
          yield* use('message', { action: 'read', channel, target: group, limit: 30 }, 'read the group'),
        );
        const lines = (read.messages ?? []) as unknown as { from: string; text: string }[];
        const rows = lines.flatMap(({ from, text }) => {
          const item = /bring the (\w+)\?/.exec(text)?.[1];
          return item ? [`- ${from}: ${item}`] : [];
        });
        return rows.length === 0 ? hand.say('none', { group }) : hand.say('done', { group, rows: rows.join('\n') });
      },
    },
  ],
  check: (wishes, { answers, world }) => ({
    'lists every request': wishes.every(({ from, item }) => answers[0]?.includes(`- ${from}: ${item}`)),
    'writes to nobody': world.deeds.length === 0,
  }),
});
