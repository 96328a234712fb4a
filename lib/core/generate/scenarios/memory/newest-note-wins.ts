import { recall, together } from '../../sim/acts.ts';
import { jsonOf, match } from '../../sim/observed.ts';
import { between, place, two } from '../../words/draw.ts';
import { GIVEN } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

export const newestNoteWins = scenario({
  id: 'memory/newest-note-wins',
  family: 'memory',
  skills: ['memory', 'conflicts'],
  tools: ['memory_search', 'memory_get', 'read'],
  words: {
    ask: {
      en: ['In which room does {who} sit now?', 'What is the current room number of {who}? It should be in my notes.'],
      zh: ['{who} 现在在哪个房间？我的笔记里应该有。'],
      es: ['¿En qué sala está ahora {who}? Debe de estar en mis notas.'],
      de: ['In welchem Raum sitzt {who} jetzt? Das müsste in meinen Notizen stehen.'],
      fr: ['Dans quelle salle est {who} maintenant ? Ça doit être dans mes notes.'],
      ja: ['{who} は今どの部屋ですか。メモにあるはずです。'],
    },
    done: {
      en: ['Room {room}, by your note of {date}. An older note says {old}; I went by the newer one.'],
      zh: ['{room} 号房，依据 {date} 的笔记。更早的笔记写的是 {old}，以新的为准。'],
      es: ['Sala {room}, según tu nota del {date}. Otra más antigua dice {old}; me guío por la reciente.'],
      de: ['Raum {room}, laut Notiz vom {date}. Eine ältere nennt {old}; ich halte mich an die neuere.'],
      fr: ['Salle {room}, d’après ta note du {date}. Une plus ancienne dit {old} ; je suis la plus récente.'],
      ja: ['{date} のメモでは {room} 号室です。古いメモには {old} とありますが、新しい方に従いました。'],
    },
  },
  set(random) {
    const who = random.pick(GIVEN);
    const [old, room] = [String(between(random, 100, 299)), String(between(random, 300, 499))];
    const month = between(random, 1, 9);
    const dates = [
      `2025-${two(month)}-${two(between(random, 1, 27))}`,
      `2025-${two(month + 3)}-${two(between(random, 1, 27))}`,
    ] as const;
    const note = (date: string, number: string) =>
      [`memory/${date}.md`, `# ${date}\n\n- ${who} sits in room ${number}\n`] as const;
    return {
      world: { ...place(random), files: [note(dates[0], old), note(dates[1], room)] },
      asked: { who },
      truth: { room, old, date: dates[1] },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ who }, hand) {
        const hits = jsonOf(yield* recall(`${who} sits in room`, 'search the notes'));
        const paths = Array.isArray(hits.results)
          ? hits.results.map((hit) => String((hit as { path?: unknown }).path)).sort()
          : [];
        const notes = yield* together(
          paths.map((path) => ({ tool: 'memory_get', args: { path } })),
          'more than one note: read them all',
        );
        const rooms = notes.map(({ text }) => match(text, /room (\d+)/)[0] ?? '');
        return hand.say('done', {
          room: rooms.at(-1) ?? '',
          old: rooms[0] ?? '',
          date: match(paths.at(-1) ?? '', /(\d{4}-\d\d-\d\d)/)[0] ?? '',
        });
      },
    },
  ],
  check: ({ room, date }, { answers }) => ({
    'goes by the newer note': !!answers[0]?.includes(room) && answers[0].includes(date),
  }),
});
