import { expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { createRandom } from '../text/random.ts';
import { createRedactor } from './index.ts';
import { redactText } from './redact-text.ts';
import { createValues } from './testing/values.ts';
import { unveil } from './views.ts';

const redactor = createRedactor(DEFAULT_RECIPE.redaction);
const values = createValues(createRandom(1, 'views'));
const [head, tail] = [values('A30'), values('A34')];

test.each([
  ['a zero-width space', `token=${head}\u200b${tail}`],
  ['terminal colours', `\u001b[31mtoken=\u001b[0m${head}${tail}`],
  ['a colour inside the name', `to\u001b[1mken\u001b[0m=${head}${tail}`],
  ['glued literals', `const key = "sk-proj-${head}" + "${tail}";`],
  ['literals glued over a line end', `const token = '${head}' +\n  '${tail}';`],
  ['PHP literals', `$api_key = "${head}" . "${tail}";`],
  ['neighbouring Python literals', `token = ("${head}"\n         "${tail}")`],
  ['neighbouring C literals', `const char *token = "${head}"\n  "${tail}";`],
  ['a continued shell line', `TOKEN=${head}\\\n${tail}`],
  ['percent signs', `token%3D${head}${tail}`],
  ['unicode escapes', `\\u0022token\\u0022:\\u0022${head}${tail}\\u0022`],
  ['entities', `&quot;token&quot;:&quot;${head}${tail}&quot;`],
])('sees through %s', (_, text) => {
  const out = redactText(redactor, text).text;
  expect(out).not.toContain(head);
  expect(out).not.toContain(tail);
});

test('a view leads back to where each unit came from', () => {
  const text = 'x a%3Db\u200bc';
  const view = unveil(text, 2, text.length);
  expect(view?.text).toBe('a=bc');
  expect([...(view?.origin ?? [])]).toEqual([2, 3, 6, 8, 9]);
});
