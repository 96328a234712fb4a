import { describe, expect, test } from 'vitest';
import { createRandom } from '../../text/random.ts';
import { createWorld } from './world.ts';

const files = [
  ['notes/a.txt', 'b\na\nb\n'],
  ['notes/c.txt', 'c\n'],
  ['bad.json', '{\n  "one": 1\n  "two": 2\n}\n'],
  ['run.sh', 'echo hi\n'],
  ['天气.txt', '雨\n雨\n'],
] as const;

async function run(command: string) {
  const world = await createWorld({ user: 'dana', project: 'weather', files }, createRandom(1, 'gnu'));
  return world.shell(command);
}

describe('the shell speaks as the programs that people have', () => {
  test.each([
    ['head -n 1 gone.txt', "head: cannot open 'gone.txt' for reading: No such file or directory\n"],
    ['tail gone.txt', "tail: cannot open 'gone.txt' for reading: No such file or directory\n"],
    ['ls gone', "ls: cannot access 'gone': No such file or directory\n"],
    ['sort gone.txt', 'sort: cannot read: gone.txt: No such file or directory\n'],
    ['grep -rn x gone notes', 'grep: gone: No such file or directory\n'],
    ['stat gone.txt', "stat: cannot statx 'gone.txt': No such file or directory\n"],
    ['jq . gone.json', 'jq: error: Could not open file gone.json: No such file or directory\n'],
    ['jq . bad.json', 'jq: parse error: Expected separator between values at line 3, column 7\n'],
    ['cat bad.json | jq .', 'jq: parse error: Expected separator between values at line 3, column 7\n'],
    ['./run.sh', 'bash: line 1: ./run.sh: Permission denied\n'],
    ['python3 -V', 'bash: line 1: python3: command not found\n'],
  ])('%s', async (command, stderr) => {
    expect((await run(command)).stderr).toBe(stderr);
  });

  test('counts stand in seven columns, in any script', async () => {
    expect((await run('sort notes/a.txt | uniq -c')).stdout).toBe('      1 a\n      2 b\n');
    expect((await run('uniq -c 天气.txt')).stdout).toBe('      2 雨\n');
    expect((await run('uniq notes/c.txt')).stdout).toBe('c\n');
  });

  test('named files are listed without blank lines between, folders with them', async () => {
    expect((await run('ls notes/*.txt')).stdout).toBe('notes/a.txt\nnotes/c.txt\n');
    expect((await run('ls -d *')).stdout).toBe('bad.json\nnotes\nrun.sh\n天气.txt\n');
    expect((await run('mkdir -p more && ls more notes')).stdout).toBe('more:\n\nnotes:\na.txt\nc.txt\n');
  });
});
