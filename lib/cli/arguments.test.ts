import { describe, expect, test } from 'vitest';
import { readCall, SYNTAX, USAGE } from './arguments.ts';
import { UsageError } from './exit.ts';

describe('a call', () => {
  test('is read with all that it says', () => {
    const call = readCall(
      'build a b --out x.zip --synthetic 3 --seed 7 --preset trl-sft,mlx --preset openai --json'.split(' '),
    );
    expect(call).toEqual({
      command: 'build',
      paths: ['a', 'b'],
      out: 'x.zip',
      synthetic: 3,
      seed: 7,
      presets: ['trl-sft', 'mlx', 'openai'],
      json: true,
    });
  });

  test.each([
    ['no command', ''],
    ['an unknown command', 'make'],
    ['a command that is a name of every object', 'constructor'],
    ['an unknown option', 'build --outt x'],
    ['an option of another command', 'verify x --seed 1'],
    ['a count that is none', 'build --synthetic many'],
    ['a negative count', 'build --synthetic=-1'],
    ['a count beyond what is exact', 'build --seed 99999999999999999999'],
    ['an option without its value', 'build --out'],
    ['too many paths', 'verify a b'],
    ['too few paths', 'inspect'],
    ['paths where none are read', 'redact file'],
  ])('with %s is refused', (_, line) => {
    expect(() => readCall(line.split(' ').filter(Boolean))).toThrow(UsageError);
  });

  test('for help is answered wherever it stands', () => {
    for (const line of ['--help', 'help', 'build --help', 'nothing -h']) expect(readCall(line.split(' '))).toBe('help');
    for (const command of Object.keys(SYNTAX)) expect(USAGE).toContain(`  ${command} `);
  });
});
