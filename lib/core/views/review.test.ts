import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileFromBlob } from '../formats/file.ts';
import { DEFAULT_RECIPE, type Recipe, type RedactionChoice } from '../recipe.ts';
import { openMemoryScratch } from '../scratch.ts';
import { messagesOf } from '../testing/whole-episode.ts';
import { createWorkspace, type Workspace } from '../workspace.ts';
import type { MarkedText, TextMark } from './text-views.ts';

const BUNDLE = fileURLToPath(new URL('../../../tests/fixtures/openclaw/bundles/secrets', import.meta.url));
const PLANTED = JSON.parse(
  readFileSync(
    fileURLToPath(new URL('../../../tests/fixtures/openclaw/planted-secrets.json', import.meta.url)),
    'utf8',
  ),
) as Record<string, string>;
const still = new AbortController().signal;

let workspace: Workspace;
beforeEach(() => {
  workspace = createWorkspace({ openScratch: openMemoryScratch, breathe: async () => undefined });
  const names = readdirSync(BUNDLE, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  workspace.addFiles(
    names.map((entry) => {
      const path = `${entry.parentPath}/${entry.name}`;
      return fileFromBlob(`secrets${path.slice(BUNDLE.length)}`, new Blob([readFileSync(path)]));
    }),
  );
});
afterEach(() => workspace.close());

/** Stages that had to run for the last recipe. */
let ran: Set<string>;

async function run(redaction: Partial<RedactionChoice> = {}, rest: Partial<Recipe> = {}) {
  const recipe: Recipe = { ...DEFAULT_RECIPE, ...rest, redaction: { ...DEFAULT_RECIPE.redaction, ...redaction } };
  const events = workspace.run(recipe, still);
  ran = new Set();
  for (;;) {
    const next = await events.next();
    if (next.done) return next.value;
    ran.add(next.value.stage);
  }
}

async function build() {
  const events = workspace.build(still);
  for (;;) {
    const next = await events.next();
    if (next.done) return next.value;
  }
}

const bothSides = async () => {
  const messages = await messagesOf(workspace, 0);
  return messages.flatMap(({ before, after, toolCalls }) => [
    { before, after },
    ...toolCalls.map((call) => ({ before: call.before, after: call.after })),
  ]);
};
const valuesOf = ({ text, marks }: MarkedText) =>
  marks.map((mark) => ({ ...mark, text: text.slice(mark.start, mark.end) }));

describe('a decision about a finding', () => {
  test('leaves the value in one message or everywhere, and its mark stays in view to be taken back', async () => {
    await run();
    const mail = (await bothSides())
      .flatMap(({ before }) => valuesOf(before))
      .find(({ text }) => text === PLANTED.EMAIL2);
    expect(mail?.standing).toBe('open');
    const decision = { type: 'EMAIL', value: mail?.value ?? '', episodeId: '', message: -1 };
    await run({ rejected: [decision] });
    const sides = await bothSides();
    expect(sides.some(({ after }) => after.text.includes(PLANTED.EMAIL2 as string))).toBe(true);
    expect(sides.flatMap(({ before }) => valuesOf(before)).find(({ text }) => text === PLANTED.EMAIL2)?.standing).toBe(
      'left',
    );
    const { residual, blocked } = await build();
    expect([residual, blocked]).toEqual([[], false]);
  });

  test('that agrees changes no byte and reads nothing again', async () => {
    await run();
    const before = await bothSides();
    await run({ accepted: [{ type: 'EMAIL', value: '', episodeId: '', message: -1 }] });
    const after = await bothSides();
    expect(after.map((side) => side.after.text)).toEqual(before.map((side) => side.after.text));
    expect(after.flatMap((side) => side.before.marks).some(({ standing }) => standing === 'accepted')).toBe(true);
  });
});

describe('what a change of the redaction runs again', () => {
  const generators = { generators: [{ generator: 'synthetic', count: 4, seed: 1 }] };
  const mark = { type: 'EMAIL', value: '42.0', episodeId: '', message: -1 };

  test('is nothing where a word or a value does not stand, and the taking back of it neither', async () => {
    await run({}, generators);
    for (const change of [{ words: ['zzyzx-nowhere'] }, { rejected: [mark] }, { accepted: [mark] }, {}]) {
      await run(change, generators);
      expect([...ran]).not.toContain('redact');
      expect([...ran]).not.toContain('generate');
    }
  });

  test('is the drop alone where only the drop has the word', async () => {
    await run({}, generators);
    await run({ words: [PLANTED.EMAIL2 as string] }, generators);
    expect([...ran]).toContain('redact');
    expect([...ran]).not.toContain('generate');
  });

  test('is all that may hold it where a word comes apart at a value that was replaced', async () => {
    await run();
    const messages = await messagesOf(workspace, 0);
    const { text, marks } = messages.map(({ before }) => before).find((side) => side.marks.length > 0) as MarkedText;
    const { start } = marks[0] as { start: number };
    const word = text.slice(start - 4, start + 3);
    await run({ words: [word] });
    expect([...ran]).toContain('redact');
  });
});

describe('counting', () => {
  test('tells what stands in the drop and what is replaced already', async () => {
    await run();
    const word = await workspace.countMatches({ kind: 'word', text: 'WEATHER' }, still);
    expect(word.occurrences).toBeGreaterThan(0);
    expect(word.episodes).toBeGreaterThan(0);
    const gone = await workspace.countMatches({ kind: 'value', text: PLANTED.EMAIL2 as string }, still);
    expect(gone).toMatchObject({ occurrences: 0, episodes: 0 });
    expect(gone.replaced).toBeGreaterThan(0);
  });

  test('knows a word that holds a replaced value, and of what is left alone only the whole value', async () => {
    await run();
    const sides = (await bothSides()).map(({ before }) => before);
    const { text, marks } = sides.find((side) => side.text.includes(PLANTED.EMAIL2 as string)) as MarkedText;
    const { start, end } = marks.find((mark) => text.slice(mark.start, mark.end) === PLANTED.EMAIL2) as TextMark;
    const wide = text.slice(start - 6, end);
    expect(await workspace.countMatches({ kind: 'word', text: wide }, still)).toMatchObject({ episodes: 1 });
    const part = (PLANTED.EMAIL2 as string).slice(0, 4);
    expect((await workspace.countMatches({ kind: 'value', text: part }, still)).replaced).toBe(0);
  });

  test('says how much of the text a pattern covers', async () => {
    await run();
    const { share } = await workspace.countMatches({ kind: 'pattern', text: '.+' }, still);
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThanOrEqual(1);
  });

  test('of a pattern that is none says why', async () => {
    await run();
    expect(await workspace.countMatches({ kind: 'pattern', text: '[a' }, still)).toMatchObject({
      occurrences: 0,
      problem: expect.stringContaining('no pattern'),
    });
    expect((await workspace.countMatches({ kind: 'pattern', text: 'w[a-z]+r' }, still)).occurrences).toBeGreaterThan(0);
  });
});

test('examples show where values stood and hold none of them', async () => {
  const { redaction } = await run();
  for (const { type } of redaction.types) {
    const examples = await workspace.examples(type, 5, still);
    for (const value of Object.values(PLANTED)) expect(JSON.stringify(examples)).not.toContain(value);
  }
  expect((await workspace.examples('EMAIL', 5, still)).length).toBeGreaterThan(0);
});

test('names wait for a decision, are counted until there is one, and go when the person says so', async () => {
  const timestamp = '2026-09-06T10:00:00.000Z';
  const id = 'f2d3a6c0-0000-4000-8000-000000000001';
  const message = (at: number, role: string, text: string) => ({
    type: 'message',
    id: `m${at}`,
    parentId: at === 0 ? null : `m${at - 1}`,
    timestamp,
    message: { role, content: [{ type: 'text', text }], timestamp: 1_788_688_800_000 },
  });
  const lines = [
    { type: 'session', version: 3, id, timestamp, cwd: '/workspace' },
    message(0, 'user', 'my name is Odile Perrin, please write to me'),
    message(1, 'assistant', 'I will call Odile Perrin.'),
  ];
  const file = new Blob([lines.map((line) => `${JSON.stringify(line)}\n`).join('')]);
  workspace.removeFiles('secrets');
  workspace.addFiles([fileFromBlob(`${id}.jsonl`, file)]);
  await run();
  const { rows, undecided } = await workspace.names(10, still);
  const name = rows.find(({ text }) => text === 'Odile Perrin');
  expect(name).toMatchObject({ type: 'PERSON', standing: 'open', count: 2, episodes: 1 });
  expect((await build()).namesUndecided).toBe(undecided);
  await run({ names: { hidden: [], left: [name?.mark ?? ''] } });
  expect((await workspace.names(10, still)).undecided).toBe(undecided - 1);
  await run({ names: { hidden: [{ type: 'PERSON', text: 'Odile Perrin' }], left: [] } });
  expect((await bothSides()).map(({ after }) => after.text).join()).not.toContain('Odile');
  expect((await bothSides())[1]?.after.text).toBe('I will call <PERSON_1>.');
});

describe('what the final scan still finds', () => {
  const MAIL = ['dana.brown', 'meridian-labs.org'].join('@');
  const named = { name: `runs of ${MAIL}` };
  const through = (marks: readonly string[]) => ({
    ...named,
    output: { ...DEFAULT_RECIPE.output, acceptedFindings: marks },
  });

  test('blocks the download until each value is let through, and the manifest counts it', async () => {
    await run({}, named);
    const { residual, blocked } = await build();
    expect(blocked).toBe(true);
    expect(residual.map(({ type, accepted }) => [type, accepted])).toContainEqual(['EMAIL', false]);
    expect(workspace.built().manifest.qc.residual_findings.accepted).toBe(false);
    await run({}, through(residual.map(({ mark }) => mark)));
    const again = await build();
    expect([again.blocked, again.residual.every(({ accepted }) => accepted)]).toEqual([false, true]);
    const { accepted, by_type } = workspace.built().manifest.qc.residual_findings;
    expect([accepted, Object.keys(by_type)]).toEqual([true, ['EMAIL']]);
  });

  test('stays blocked when another value is there than the one that was let through', async () => {
    await run({}, named);
    const { residual } = await build();
    await run({}, { ...through(residual.map(({ mark }) => mark)), name: `runs of other.${MAIL}` });
    expect((await build()).blocked).toBe(true);
  });

  test('changes no byte of a row by being let through', async () => {
    const rows = () => workspace.built().files.filter(({ path }) => path.startsWith('data/'));
    await run({}, named);
    const { residual } = await build();
    const before = rows();
    await run({}, through(residual.map(({ mark }) => mark)));
    await build();
    expect(rows()).toEqual(before);
  });

  test('is shown where it stands, and told of nowhere else', async () => {
    await run({}, named);
    const summary = await build();
    expect(JSON.stringify(summary.residual)).not.toContain(MAIL);
    const at = summary.residual.findIndex(({ path }) => path === 'recipe.json');
    for (const { path, line } of summary.residual) {
      const text = await (await workspace.built().blob(path)).text();
      expect(text.split('\n')[line - 1], path).toContain(MAIL);
    }
    const { before, value } = await workspace.residualText(at, still);
    expect([before.endsWith('runs of '), value]).toEqual([true, MAIL]);
    await expect(workspace.residualText(summary.residual.length, still)).rejects.toThrow('no finding');
  });
});
