import { read } from '../../sim/acts.ts';
import { match } from '../../sim/observed.ts';
import { between, day, place, some, times } from '../../words/draw.ts';
import { FOLDERS, GIVEN, PRODUCTS, REGIONS } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const REMARKS = [
  'counted again, the figure stands.',
  'nobody was in, left a card.',
  'the label had come off, wrote a new one.',
  'see the next one for the rest.',
  'handed over in the afternoon.',
  'this was only half of it.',
] as const;

export const followChain = scenario({
  id: 'inspect/follow-chain',
  family: 'inspect',
  skills: ['read', 'patience'],
  tools: ['read', 'exec'],
  words: {
    ask: {
      en: [
        'Start at {start}. Each note names the next one; follow them to the end and tell me the word written in the last note.',
        'Follow the trail of notes from {start}: what is the word at the end of it?',
      ],
      zh: ['从 {start} 开始，每条笔记都指向下一条，跟到最后，告诉我最后一条写的词。'],
      es: [
        'Empieza en {start}. Cada nota nombra la siguiente; síguelas hasta el final y dime la palabra de la última.',
      ],
      de: [
        'Beginne bei {start}. Jede Notiz nennt die nächste; folge ihnen bis zum Ende und nenn mir das Wort in der letzten.',
      ],
      fr: [
        'Commence par {start}. Chaque note indique la suivante ; va jusqu’au bout et donne-moi le mot de la dernière.',
      ],
      ja: [
        '{start} から始めてください。各メモが次のメモを示します。最後まで辿って、最後のメモの言葉を教えてください。',
      ],
    },
    done: {
      en: [
        'The last note is `{last}`, and its word is "{word}".',
        'The trail ends at `{last}` with the word "{word}".',
      ],
      zh: ['最后一条是 `{last}`，词是“{word}”。'],
      es: ['La última nota es `{last}` y su palabra es «{word}».'],
      de: ['Die letzte Notiz ist `{last}`, das Wort lautet „{word}“.'],
      fr: ['La dernière note est `{last}`, et le mot est « {word} ».'],
      ja: ['最後のメモは `{last}` で、言葉は「{word}」です。'],
    },
  },
  set(random) {
    const steps = between(random, 6, 16);
    const names = times(
      steps,
      (at) => `${random.pick(FOLDERS)}/${random.pick(REGIONS)}-${at + 1}${random.below(90) + 10}.md`,
    );
    const paths = random.shuffle(names);
    const word = some(random, PRODUCTS, 2).join('-');
    const files = paths.map((path, at) => {
      const next = paths[at + 1];
      const about = `# ${random.pick(PRODUCTS)}\n\n${day(random)}, ${random.pick(GIVEN)}: ${random.pick(REMARKS)}`;
      return [path, `${about}\n\n${next ? `next: ${next}` : `word: ${word}`}\n`] as const;
    });
    return {
      world: { ...place(random), files },
      asked: { start: paths[0] ?? '' },
      truth: { word, last: paths.at(-1) ?? '' },
    };
  },
  turns: [
    {
      ask: 'ask',
      *policy({ start }, hand) {
        let last = start;
        let note = yield* read(last, 'the first note');
        for (let next = /next: (\S+)/.exec(note.text)?.[1]; next; next = /next: (\S+)/.exec(note.text)?.[1]) {
          last = next;
          note = yield* read(last, 'the next note');
        }
        return hand.say('done', { last, word: match(note.text, /word: (\S+)/)[0] ?? '' });
      },
    },
  ],
  check: ({ word, last }, { answers }) => ({
    'names the last note and its word': !!answers[0]?.includes(word) && answers[0].includes(last),
  }),
});
