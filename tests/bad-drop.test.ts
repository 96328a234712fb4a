import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BAD_DROP, writeBadDrop } from './bad-drop.ts';

const BIN = fileURLToPath(new URL('../lib/cli/bin.mjs', import.meta.url));
const SLOW = 120_000;
const run = promisify(execFile);
const cli = (...args: string[]) => run(process.execPath, [BIN, ...args], { maxBuffer: 2 ** 26 });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bad-drop-'));
  writeBadDrop(join(folder, 'drop'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(
  'on the command line every bad file is told in a sentence of its own, and every readable session is read',
  async () => {
    const { stdout, stderr } = await cli('inspect', join(folder, 'drop'));
    const told = (stdout + stderr).split('\n');
    const silent = BAD_DROP.filter(
      ({ name, says }) => !told.some((line) => line.includes(`drop/${name}`) && line.includes(says)),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
    const { stdout: json } = await cli('inspect', join(folder, 'drop'), '--json');
    const report = JSON.parse(json.trimEnd().split('\n').at(-1) ?? '') as { sources: { sessions: unknown[] }[] };
    const sessions = report.sources.reduce((sum, source) => sum + source.sessions.length, 0);
    expect(sessions).toBe(BAD_DROP.reduce((sum, each) => sum + each.sessions, 0));
  },
  SLOW,
);

test(
  'a build of a bad drop keeps what can be kept, and its zip verifies',
  async () => {
    const out = join(folder, 'dataset.zip');
    await cli('build', join(folder, 'drop'), '--out', out);
    const { stdout } = await cli('verify', out, '--json');
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ ok: true });
  },
  SLOW,
);
