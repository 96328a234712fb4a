import { between, place } from '../../words/draw.ts';
import { SERVICES } from '../../words/lexicon.ts';
import { scenario } from '../scenario.ts';

const letters = (digit: string): string =>
  ['r', 'w', 'x'].map((letter, at) => ((Number(digit) >> (2 - at)) & 1 ? letter : '-')).join('');

export const explainMode = scenario({
  id: 'ask/explain-mode',
  family: 'ask-and-answer',
  skills: ['permissions'],
  tools: ['exec', 'read'],
  words: {
    ask: {
      en: ['What does mode {mode} mean for {file}? Who may do what?', '{file} has mode {mode}. Spell it out for me.'],
      zh: ['{file} 的权限 {mode} 是什么意思？'],
      es: ['¿Qué significa el modo {mode} en {file}? ¿Quién puede hacer qué?'],
      de: ['Was bedeutet der Modus {mode} bei {file}? Wer darf was?'],
      fr: ['Que veut dire le mode {mode} pour {file} ? Qui peut faire quoi ?'],
      ja: ['{file} のモード {mode} はどういう意味ですか。'],
    },
    done: {
      en: [
        '{mode} is the same as {letters}: first the owner ({owner}), then the group ({group}), then everybody else ({others}). r is read, w is write, x is execute, a dash is "no".',
      ],
      zh: [
        '{mode} 等于 {letters}：依次是所有者（{owner}）、组（{group}）、其他人（{others}）。r 读，w 写，x 执行，横线表示没有。',
      ],
      es: [
        '{mode} equivale a {letters}: dueño ({owner}), grupo ({group}) y los demás ({others}). r es leer, w escribir, x ejecutar y el guion, «no».',
      ],
      de: [
        '{mode} entspricht {letters}: zuerst Eigentümer ({owner}), dann Gruppe ({group}), dann alle anderen ({others}). r heißt lesen, w schreiben, x ausführen, der Strich „nein“.',
      ],
      fr: [
        '{mode} équivaut à {letters} : propriétaire ({owner}), groupe ({group}), puis les autres ({others}). r lire, w écrire, x exécuter, le tiret veut dire « non ».',
      ],
      ja: [
        '{mode} は {letters} と同じで、順に所有者（{owner}）、グループ（{group}）、その他（{others}）です。r は読み、w は書き、x は実行、- は不可です。',
      ],
    },
  },
  set(random) {
    const mode = `${random.pick(['6', '7', '4'])}${random.pick(['0', '4', '5', '6', '7'])}${random.pick(['0', '4', '5'])}`;
    return {
      world: place(random),
      asked: {
        mode,
        file: `${random.pick(SERVICES)}-${between(random, 1, 90)}.${random.pick(['sh', 'conf', 'key', 'log'])}`,
      },
      truth: 0,
    };
  },
  turns: [
    {
      ask: 'ask',
      reply({ mode }, hand) {
        const [owner = '', group = '', others = ''] = [...mode].map(letters);
        return hand.say('done', { mode, owner, group, others, letters: owner + group + others });
      },
    },
  ],
  check: (_, { calls, answers }, { mode }) => ({
    'no tool is called': calls.length === 0,
    'translates the mode': !!answers[0]?.includes([...mode].map(letters).join('')),
  }),
});
