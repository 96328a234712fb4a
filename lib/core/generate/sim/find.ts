import type { Random } from '../../text/random.ts';
import { exec } from './acts.ts';
import { lineOf } from './observed.ts';
import type { Act, Hand, Observation } from './policy.ts';

/** A command over a file that may lie elsewhere than said: on failure the file is looked for by name, and the command repeated. */
export function* runOn(
  path: string,
  command: (path: string) => string,
  why: string,
): Generator<Act, { path: string; result: Observation }, readonly Observation[]> {
  const first = yield* exec(command(path), why);
  if (!/No such file|cannot access/.test(first.text)) return { path, result: first };
  const stem = stemOf(path);
  const found = yield* exec(
    `find . -type f -iname '*${stem}*'`,
    'search by name',
    `${path} is not there. I look for it by name.`,
  );
  const actual = lineOf(found).replace(/^\.\//, '');
  return { path: actual, result: yield* exec(command(actual), why) };
}

const stemOf = (path: string): string => {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return name.split(/[-_]/).sort((a, b) => b.length - a.length)[0] ?? name;
};

/** Where the file really is when the person's memory is a little off: another folder. */
export function misplaced(path: string, random: Random): string {
  const folder = random.pick(['archive', 'old', 'backup', 'misc', 'moved', 'shared']);
  return `${folder}/${path}`;
}

/** Says the answer, and where the file was when that was not where the person thought. */
export const withPlace = (hand: Hand, answer: string, said: string, actual: string): string =>
  said === actual ? answer : `${answer}\n${hand.say('moved', { path: actual })}`;
