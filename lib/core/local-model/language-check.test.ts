import { expect, test } from 'vitest';
import { perform } from '../generate/perform.ts';
import type { Language } from '../generate/words/phrases.ts';
import { speaksOther } from './language-check.ts';
import { planTasks } from './plan.ts';

test.each<[Language, string]>([
  ['zh', 'There are 12 lines in the file, and the largest is `a.csv` with 4.'],
  ['ja', 'The file has 12 lines and it is for you in the folder.'],
  ['ja', '文件有12行。'],
  ['zh', 'ファイルは12行です。'],
  ['de', 'There are 12 lines in the file, and this is what you asked for.'],
  ['en', 'Il y a 12 lignes dans le fichier, et le plus grand est pour les ventes.'],
  ['es', 'Es sind 12 Zeilen in der Datei, und die ist mit der von gestern nicht gleich.'],
])('an answer to a request in %s that is in another language is noticed', (language, answer) => {
  expect(speaksOther(answer, language)).toBe(true);
});

test.each<[Language, string]>([
  ['zh', '`api`: 12'],
  ['ja', '12'],
  ['de', 'Fertig: `the and of to is` steht jetzt in notes/of-the-day.txt.'],
  ['fr', 'Le message dit "the file is for you and it is ready". Je l’ai transmis.'],
])('a short answer in %s, code and quoted text are no other language', (language, answer) => {
  expect(speaksOther(answer, language)).toBe(false);
});

test('no answer of the built-in agent is taken for another language', async () => {
  const wrong: string[] = [];
  for (const { script } of planTasks({ families: [], languages: [], count: 300, seed: 9 })) {
    const { episode } = await perform(script);
    for (const { role, content, toolCalls } of episode.messages) {
      const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('\n');
      if (role === 'assistant' && !toolCalls && speaksOther(text, script.language))
        wrong.push(`${script.language} ${text}`);
    }
  }
  expect(wrong).toEqual([]);
});
