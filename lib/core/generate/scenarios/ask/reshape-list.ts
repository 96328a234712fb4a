import { between, place, some } from '../../words/draw.ts';
import { GIVEN, PRODUCTS, SURNAMES } from '../../words/lexicon.ts';
import type { PhraseBook } from '../../words/phrases.ts';
import { scenario } from '../scenario.ts';

const FORMS = {
  bullets: (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n'),
  sorted: (items: readonly string[]) => [...items].sort().join('\n'),
  json: (items: readonly string[]) => JSON.stringify(items),
  reversed: (items: readonly string[]) => [...items].reverse().join('\n'),
} as const;

const REQUESTS = {
  bullets: {
    en: ['Make this a bullet list, same order: {items}'],
    zh: ['把这些做成项目符号列表，顺序不变：{items}'],
    es: ['Haz de esto una lista con guiones, en el mismo orden: {items}'],
    de: ['Mach daraus eine Liste mit Strichen, gleiche Reihenfolge: {items}'],
    fr: ['Fais-en une liste à tirets, même ordre : {items}'],
    ja: ['次を箇条書きにしてください（順序はそのまま）：{items}'],
  },
  sorted: {
    en: ['Sort these by the alphabet, one per line: {items}'],
    zh: ['按字母排序，每行一个：{items}'],
    es: ['Ordena esto alfabéticamente, uno por línea: {items}'],
    de: ['Sortiere alphabetisch, je Zeile eins: {items}'],
    fr: ['Trie par ordre alphabétique, un par ligne : {items}'],
    ja: ['アルファベット順に一行ずつ並べてください：{items}'],
  },
  json: {
    en: ['As a JSON array, please, nothing else: {items}'],
    zh: ['转成 JSON 数组，别的不要：{items}'],
    es: ['Como array JSON, nada más: {items}'],
    de: ['Als JSON-Array, sonst nichts: {items}'],
    fr: ['En tableau JSON, rien d’autre : {items}'],
    ja: ['JSON の配列だけにしてください：{items}'],
  },
  reversed: {
    en: ['Turn the order around, one per line: {items}'],
    zh: ['倒序，每行一个：{items}'],
    es: ['Dale la vuelta al orden, uno por línea: {items}'],
    de: ['Kehre die Reihenfolge um, je Zeile eins: {items}'],
    fr: ['Inverse l’ordre, un par ligne : {items}'],
    ja: ['順序を逆にして一行ずつ：{items}'],
  },
} as const satisfies PhraseBook;

export const reshapeList = scenario({
  id: 'ask/reshape-list',
  family: 'ask-and-answer',
  skills: ['formatting'],
  tools: ['exec', 'read', 'write'],
  words: {
    ask: {
      en: ['{request}'],
      zh: ['{request}'],
      es: ['{request}'],
      de: ['{request}'],
      fr: ['{request}'],
      ja: ['{request}'],
    },
    done: {
      en: ['{result}'],
      zh: ['{result}'],
      es: ['{result}'],
      de: ['{result}'],
      fr: ['{result}'],
      ja: ['{result}'],
    },
  },
  set(random, language) {
    const form = random.pick(['bullets', 'sorted', 'json', 'reversed'] as const);
    const items = some(random, random.pick([PRODUCTS, GIVEN, SURNAMES]), between(random, 4, 9));
    const request = REQUESTS[form][language][0].replace('{items}', items.join(', '));
    return { world: place(random), asked: { request, form, items: items.join(', ') }, truth: FORMS[form](items) };
  },
  turns: [
    {
      ask: 'ask',
      reply({ form, items }, hand) {
        return hand.say('done', { result: FORMS[form as keyof typeof FORMS](items.split(', ')) });
      },
    },
  ],
  check: (result, { calls, answers }) => ({
    'no tool is called': calls.length === 0,
    'the text is reshaped as asked': answers[0] === result,
  }),
});
