import { expect, test } from 'vitest';
import type { Language } from '../generate/words/phrases.ts';
import { lockedFacts, rewordingFault } from './locked-facts.ts';
import { planTasks } from './plan.ts';

const ORIGINAL = 'Please set retries to 12 in config/app.yaml and tell Anna Keller "done by noon" on #ops.';
const STATED = ['12', 'config/app.yaml', 'Anna Keller'];
const fault = (text: string, language: Language = 'en', original = ORIGINAL, stated = STATED) =>
  rewordingFault(original, text, stated, language);

test('another wording with every fact in it stands', () => {
  expect(
    fault('In config/app.yaml the retries should be 12. Then let Anna Keller know "done by noon" on #ops, please.'),
  ).toBeUndefined();
});

test.each([
  [
    'a figure',
    'In config/app.yaml the retries should be many. Let Anna Keller know "done by noon" on #ops.',
    'lost: 12',
  ],
  [
    'a figure inside another',
    'In config/app.yaml put retries at 120. Let Anna Keller know "done by noon" on #ops.',
    'lost: 12',
  ],
  ['a path', 'In app.yaml put retries at 12. Let Anna Keller know "done by noon" on #ops.', 'lost: config/app.yaml'],
  ['a name', 'In config/app.yaml put retries at 12. Let Anna know "done by noon" on #ops.', 'lost: Anna Keller'],
  [
    'quoted text',
    'In config/app.yaml put retries at 12. Let Anna Keller know it is done by noon on #ops.',
    'lost: "done by noon"',
  ],
  ['a channel', 'In config/app.yaml put retries at 12. Let Anna Keller know "done by noon".', 'lost: #ops'],
])('a wording that loses %s does not stand', (_, text, reason) => {
  expect(fault(text)).toBe(reason);
});

test('a wording that adds a figure or a path does not stand', () => {
  expect(fault(`${ORIGINAL.replace('Please', 'Kindly')} Wait 30 minutes and look into logs/app.log.`)).toContain(
    'added: ',
  );
});

test('the same text and none at all are no rewording', () => {
  expect(fault(`  ${ORIGINAL}\n`)).toBe('the wording is the same');
  expect(fault('')).toBe('nothing came back');
});

test.each<[Language, string, string]>([
  [
    'de',
    'Wie viele Zeilen hat die Datei a/b.csv, und wie ist der Name?',
    'How many lines does the file a/b.csv have, and what is the name?',
  ],
  [
    'fr',
    'Combien de lignes il y a dans le fichier a/b.csv ?',
    'Cuántas líneas hay en el archivo a/b.csv del proyecto?',
  ],
  ['es', '¿Cuántas líneas hay en el archivo a/b.csv?', 'How many lines are in the file a/b.csv of it?'],
  ['ja', 'a/b.csv は何行ありますか。', 'a/b.csv 有多少行？'],
  ['zh', 'a/b.csv 有多少行？', 'a/b.csv は何行ありますか。'],
  ['en', 'How many lines are in a/b.csv?', 'a/b.csv 有多少行？'],
])('a wording that leaves the language %s does not stand', (language, original, other) => {
  expect(fault(other, language, original, [])).toBe('it is in another language');
});

test('the words of every request fit their own language', () => {
  const texts = [...planTasks({ families: [], languages: [], count: 400, seed: 5 })].flatMap(({ script }) =>
    script.facts ? [[script.language, script.turns[0]?.text ?? '', script.facts] as const] : [],
  );
  expect(texts.length).toBeGreaterThan(200);
  // With other punctuation each is its own rewording; what is refused here would be refused to a model as well.
  const refused = texts.filter(([language, text, facts]) => rewordingFault(text, `${text} !`, facts, language));
  expect(refused.map(([language, text, facts]) => rewordingFault(text, `${text} !`, facts, language))).toEqual([]);
});

test('paths are found inside scripts that write no spaces', () => {
  expect(lockedFacts('把sales/2025.csv里的 MAX_RETRIES 改成 12。', [], 'zh')).toEqual(
    expect.arrayContaining(['sales/2025.csv', 'MAX_RETRIES', '12']),
  );
});
