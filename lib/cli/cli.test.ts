import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const BIN = fileURLToPath(new URL('./bin.mjs', import.meta.url));
const BUNDLES = fileURLToPath(new URL('../../tests/fixtures/openclaw/bundles', import.meta.url));
/** The Node of the machine, where the tests themselves run on a newer one. */
const NODE = process.env.HOST_NODE || process.execPath;
const SLOW = 120_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const cli = (args: readonly string[], input = '', node = NODE) =>
  new Promise<Ended>((resolve) => {
    const child = spawn(node, [BIN, ...args], { cwd: folder });
    let out = '';
    let err = '';
    child.stdout.on('data', (text) => {
      out += text;
    });
    child.stderr.on('data', (text) => {
      err += text;
    });
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });

const lastLine = ({ out }: Ended) => JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');
const jsonLines = ({ out }: Ended) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('build', () => {
  test(
    'writes the same files as a zip and as a folder, and verify believes both',
    async () => {
      const choices = ['build', BUNDLES, '--synthetic', '4', '--adversarial', '2', '--seed', '5'];
      const zipped = await cli([...choices, '--out', 'data.zip', '--json']);
      const unpacked = await cli([...choices, '--out', 'data']);
      expect([zipped.code, unpacked.code]).toEqual([0, 0]);
      expect(lastLine(zipped)).toMatchObject({ ok: true, out: 'data.zip', blocked: false });
      expect(zipped.err).not.toContain('Warning');

      const sums = readFileSync(join(folder, 'data/SHA256SUMS'), 'utf8');
      for (const { path, sha256 } of lastLine(zipped).files)
        if (path !== 'SHA256SUMS') expect(sums, path).toContain(`${sha256}  ${path}`);

      const [one, other] = await Promise.all([
        cli(['verify', 'data.zip', '--json']),
        cli(['verify', 'data', '--json']),
      ]);
      expect([one.code, other.code]).toEqual([0, 0]);
      expect(lastLine(one)).toEqual(lastLine(other));
      expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    },
    SLOW,
  );

  test(
    'makes the same again of the recipe that it wrote, in place of the earlier dataset',
    async () => {
      const first = join(folder, 'again');
      expect(
        (
          await cli([
            'build',
            BUNDLES,
            '--synthetic',
            '3',
            '--seed',
            '9',
            '--preset',
            'trl-sft,openai',
            '--out',
            'again',
          ])
        ).code,
      ).toBe(0);
      const sums = readFileSync(join(first, 'SHA256SUMS'), 'utf8');
      writeFileSync(join(folder, 'recipe.json'), readFileSync(join(first, 'recipe.json')));
      expect((await cli(['build', BUNDLES, '--out', 'again', '--preset', 'mlx'])).code).toBe(0);
      expect(existsSync(join(first, 'presets/openai'))).toBe(true);
      expect(readdirSync(join(first, 'presets/openai'))).toEqual([]);
      expect((await cli(['build', BUNDLES, '--recipe', 'recipe.json', '--out', 'again'])).code).toBe(0);
      expect(readFileSync(join(first, 'SHA256SUMS'), 'utf8')).toBe(sums);
      expect((await cli(['verify', 'again'])).code).toBe(0);
    },
    SLOW,
  );

  test.runIf(NODE !== process.execPath)(
    'writes the same bytes on the newer Node of the tests',
    async () => {
      const choices = ['build', BUNDLES, '--synthetic', '30', '--adversarial', '10', '--out'];
      const [older, newer] = await Promise.all([
        cli([...choices, 'old']),
        cli([...choices, 'new'], '', process.execPath),
      ]);
      expect([older.code, newer.code]).toEqual([0, 0]);
      expect(readFileSync(join(folder, 'new/SHA256SUMS'), 'utf8')).toBe(
        readFileSync(join(folder, 'old/SHA256SUMS'), 'utf8'),
      );
    },
    SLOW,
  );

  test(
    'says no and writes all the same when there are fewer rows than asked for',
    async () => {
      writeFileSync(join(folder, 'many.json'), JSON.stringify({ output: { minExamples: 1000 } }));
      const ended = await cli(['build', BUNDLES, '--recipe', 'many.json', '--out', 'few.zip', '--json']);
      expect(ended.code).toBe(1);
      expect(lastLine(ended)).toMatchObject({ ok: false, gates: { minExamples: false } });
      expect(existsSync(join(folder, 'few.zip'))).toBe(true);
    },
    SLOW,
  );

  test(
    'puts nothing into a folder that holds other things',
    async () => {
      mkdirSync(join(folder, 'mine'));
      writeFileSync(join(folder, 'mine/notes.txt'), 'mine');
      const ended = await cli(['build', BUNDLES, '--out', 'mine']);
      expect(ended.code).toBe(2);
      expect(readdirSync(join(folder, 'mine'))).toEqual(['notes.txt']);
    },
    SLOW,
  );
});

describe('a wrong call', () => {
  test.each([
    ['says nothing', []],
    ['builds nowhere', ['build', BUNDLES]],
    ['builds of nothing', ['build', '--out', 'x.zip']],
    ['names what is not there', ['inspect', 'nowhere']],
    ['names an unknown preset', ['build', BUNDLES, '--preset', 'none', '--out', 'x.zip']],
    ['names a recipe that is none', ['build', BUNDLES, '--recipe', BIN, '--out', 'x.zip']],
    ['generates nothing', ['generate']],
    ['verifies what is not there', ['verify', 'nowhere.zip']],
  ])(
    '%s, and ends with 2, a sentence and no stack',
    async (_, args) => {
      const { code, out, err } = await cli(args);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(err).not.toMatch(/^\s+at /m);
      expect(existsSync(join(folder, 'x.zip'))).toBe(false);
    },
    SLOW,
  );
});

describe('inspect', () => {
  test(
    'prints one object with the names that scripts rely on',
    async () => {
      const ended = await cli(['inspect', BUNDLES, '--json']);
      expect(ended.code).toBe(0);
      expect(ended.out.trimEnd().split('\n')).toHaveLength(1);
      const { sources, details, codes } = lastLine(ended);
      const chat = sources.find(({ path }: { path: string }) => path === 'bundles/simple-chat');
      expect(Object.keys(chat)).toEqual(['path', 'kind', 'version', 'sessions']);
      expect(Object.keys(chat.sessions[0])).toEqual(['id', 'counts', 'damage', 'repaired', 'warnings']);
      expect(Object.keys(chat.sessions[0].counts)).toEqual(['user', 'assistant', 'tool_calls', 'tool_results']);

      const beside = details.find(({ path }: { path: string }) => path === 'bundles/errors-retries').sessions[0];
      expect(beside).toMatchObject({ entries: { call: 2, result: 2 }, damaged_entries: 2 });
      expect(beside.runs).toHaveLength(4);
      expect(codes.failed_turn).toEqual({
        meaning: 'The model call of a turn failed; the turn was left out.',
        usual: 'drop_turn',
        choices: ['drop_turn', 'drop_episode'],
      });
    },
    SLOW,
  );

  test(
    'tells what an agent did to its own results',
    async () => {
      const args = { tool_call_id: 'c1', _self_compacted: true };
      const messages = [
        { role: 'user', content: 'List the files.' },
        { role: 'assistant', content: [{ type: 'toolCall', id: 'c1', name: 'exec', arguments: {} }] },
        { role: 'toolResult', toolCallId: 'c1', content: [{ type: 'text', text: '[trimmed by self] nine' }] },
        { role: 'assistant', content: [{ type: 'toolCall', id: 'c2', name: 'dynamic-trim', arguments: args }] },
        { role: 'toolResult', toolCallId: 'c2', content: [{ type: 'text', text: 'queued' }] },
        { role: 'assistant', content: [{ type: 'text', text: 'Nine files.' }], stopReason: 'stop' },
      ];
      const lines = messages.map((message, at) => ({
        ...{ type: 'message', id: `e${at}`, parentId: at ? `e${at - 1}` : null },
        message,
      }));
      const path = join(folder, 'trimmed.jsonl');
      const rows = [{ type: 'session', version: 3, id: 's' }, ...lines];
      writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      const { details } = lastLine(await cli(['inspect', path, '--json']));
      expect(details[0].sessions[0].trims).toMatchObject({
        ...{ results: 1, confirmed: 1, calls: 1, affected: 1 },
        policy: 'restore',
      });
      expect((await cli(['inspect', path])).out).toContain('trims results × 1, confirmed × 1, calls × 1');
    },
    SLOW,
  );
});

describe('redact', () => {
  const mail = ['somebody', 'corp-mail.io'].join('@');

  test(
    'answers each line in order and tells where the placeholders stand',
    async () => {
      const texts = Array.from({ length: 500 }, (_, index) => ({
        id: index,
        text: index % 3 ? `write to ${mail}` : 'nothing here',
      }));
      const ended = await cli(['redact'], texts.map((line) => JSON.stringify(line)).join('\n'));
      expect(ended.code).toBe(0);
      const answers = jsonLines(ended);
      expect(answers.map(({ id }) => id)).toEqual(texts.map(({ id }) => id));
      expect(answers[0]).toEqual({ id: 0, text: 'nothing here', findings: [] });
      const [finding] = answers[1].findings;
      expect(texts[1]?.text.slice(finding.start, finding.end)).toBe(mail);
      expect(answers[1].text).toBe(`write to ${finding.placeholder}`);
      expect(ended.out).not.toContain(mail);
    },
    SLOW,
  );

  test(
    'answers at once: whoever asks may wait for the answer before the next question',
    async () => {
      const child = spawn(NODE, [BIN, 'redact'], { cwd: folder });
      const answers: string[] = [];
      child.stdout.on('data', (text) => {
        answers.push(String(text));
        if (answers.length < 3) child.stdin.write(`{"id":${answers.length + 1},"text":"a b c"}\n`);
        else child.stdin.end();
      });
      child.stdin.write('{"id":1,"text":"a b c"}\n');
      await new Promise((resolve) => child.on('close', resolve));
      expect(answers.map((text) => JSON.parse(text).id)).toEqual([1, 2, 3]);
    },
    SLOW,
  );

  test(
    'passes over what is no line of it, says which and never what, and ends with 1',
    async () => {
      const ended = await cli(['redact'], `{"id":1,"text":"a b c"}\n{"text": "${mail}\n{"id":3,"text":"d e f"}\n`);
      expect(ended.code).toBe(1);
      expect(jsonLines(ended).map(({ id }) => id)).toEqual([1, 3]);
      expect(ended.err).toContain('line 2');
      expect(ended.err).not.toContain(mail);
    },
    SLOW,
  );
});

describe('generate', () => {
  test(
    'prints the same canonical rows for the same seed, attacks as pairs of a group',
    async () => {
      const args = ['generate', '--synthetic', '3', '--adversarial', '4', '--seed', '11'];
      const [one, other] = await Promise.all([cli(args), cli(args)]);
      expect(one.code).toBe(0);
      expect(other.out).toBe(one.out);
      const rows = jsonLines(one);
      expect(rows.filter(({ origin }) => origin === 'synthetic').length).toBeGreaterThanOrEqual(3);
      expect(
        rows.every(({ schema, tags }) => schema === 'oc.row/1' && tags.some((tag: string) => tag.startsWith('lang:'))),
      ).toBe(true);
      const groups = new Map<string, string[]>();
      for (const { group_id: group, tags } of rows)
        for (const tag of tags)
          if (tag === 'chosen' || tag === 'rejected') groups.set(group, [...(groups.get(group) ?? []), tag]);
      expect(groups.size).toBe(3);
      for (const pair of groups.values()) expect(pair.sort()).toEqual(['chosen', 'rejected']);
    },
    SLOW,
  );
});

describe('verify', () => {
  test(
    'names a changed file and ends with 1',
    async () => {
      expect((await cli(['build', '--synthetic', '5', '--out', 'changed'])).code).toBe(0);
      appendFileSync(join(folder, 'changed/README.md'), ' ');
      const ended = await cli(['verify', 'changed', '--json']);
      expect(ended.code).toBe(1);
      expect(lastLine(ended).checks.find(({ name }: { name: string }) => name === 'checksums').details).toEqual([
        'README.md was changed',
      ]);
    },
    SLOW,
  );

  test(
    'of a file that is no zip ends with 1',
    async () => {
      writeFileSync(join(folder, 'broken.zip'), 'PK and nothing more');
      expect((await cli(['verify', 'broken.zip'])).code).toBe(1);
    },
    SLOW,
  );
});
