import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FIXTURES, file, fixtureFiles } from './formats/testing/drops.ts';
import type { Lanes } from './lanes/crew.ts';
import { createFakeLanes } from './lanes/testing/fake-lanes.ts';
import { checkRow } from './output/check-row.ts';
import { DEFAULT_RECIPE, type Recipe } from './recipe.ts';
import { openMemoryScratch } from './scratch.ts';
import { endOf } from './testing/end-of.ts';
import { messagesOf } from './testing/whole-episode.ts';
import { totalOf } from './text/counts.ts';
import type { SourceFile } from './types.ts';
import type { Summary } from './views/summary-views.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

const open = (lanes?: Lanes) =>
  createWorkspace({ openScratch: openMemoryScratch, breathe: async () => undefined, ...(lanes && { lanes }) });
const never = () => new AbortController().signal;

interface Dataset {
  readonly summary: Summary;
  readonly files: ReadonlyMap<string, string>;
  readonly workspace: Workspace;
}

async function build(files: readonly SourceFile[], recipe: Recipe = DEFAULT_RECIPE, lanes?: Lanes): Promise<Dataset> {
  const workspace = open(lanes);
  workspace.addFiles(files);
  const summary = await endOf(workspace.run(recipe, never()));
  const built = await endOf(workspace.build(never()));
  const texts = new Map<string, string>();
  for (const { path } of built.files) texts.set(path, await (await workspace.built().blob(path)).text());
  return { summary, files: texts, workspace };
}

const rowsOf = ({ files }: Dataset): string[] =>
  [...files].filter(([path]) => path.startsWith('data/')).flatMap(([, text]) => text.trimEnd().split('\n'));

const everything = () => fixtureFiles('bundles', 'db', 'episodes', 'sessions', 'zips');
const mixed: Recipe = {
  ...DEFAULT_RECIPE,
  generators: [
    { generator: 'text-recipes', count: 3, seed: 5 },
    { generator: 'synthetic', count: 4, seed: 5 },
    { generator: 'adversarial', count: 4, seed: 5 },
  ],
};

describe('a drop of everything', () => {
  test('loses no row: every stage adds up, the stages chain, and shards and dropped.jsonl hold all that came in', async () => {
    const dataset = await build(everything(), mixed);
    const { stages } = dataset.summary;
    for (const { in: input, added, dropped, out } of stages)
      expect(input + totalOf(added as Record<string, number>)).toBe(out + totalOf(dropped));
    for (const [at, stage] of stages.slice(1).entries()) expect(stage.in).toBe(stages[at]?.out);
    const incoming =
      (stages[0]?.in ?? 0) + stages.reduce((sum, { added }) => sum + totalOf(added as Record<string, number>), 0);
    const dropped = dataset.files.get('dropped.jsonl')?.trimEnd().split('\n').length ?? 0;
    expect(rowsOf(dataset).length + dropped).toBe(incoming);
    expect(rowsOf(dataset).length).toBe(stages.at(-1)?.out);
  });

  test('gives well-formed rows only', async () => {
    const dataset = await build(everything(), mixed);
    for (const row of rowsOf(dataset)) expect(checkRow(JSON.parse(row))).toEqual([]);
  });

  test('leaves no planted value and no abandoned text in any byte of the zip', async () => {
    const dataset = await build(everything());
    const planted = Object.values(
      JSON.parse(readFileSync(`${FIXTURES}planted-secrets.json`, 'utf8')) as Record<string, string>,
    );
    const abandoned = ['wxint_branch_only_4421', 'mango-dropped-1177'];
    const leaks = [...dataset.files].filter(([, text]) =>
      [...planted, ...abandoned].some((value) => text.includes(value)),
    );
    expect(leaks.map(([path]) => path)).toEqual([]);
  });

  test.each([1, 2, 3])('gives the same bytes with %i lanes beside it', async (count) => {
    const lanes = createFakeLanes(count);
    const beside = await build(everything(), mixed, lanes);
    expect(lanes.heard()).toBeGreaterThan(100);
    expect(beside.files).toEqual((await build(everything(), mixed)).files);
  });

  test('gives the same bytes whatever order the files come in', async () => {
    const forward = await build(everything(), mixed);
    const backward = await build(everything().reverse(), mixed);
    const differing = [...forward.files].filter(([path, text]) => backward.files.get(path) !== text);
    expect(differing.map(([path]) => path)).toEqual([]);
  });

  test('gives other rows their place when a source is removed, and the old ones when it comes back', async () => {
    const workspace = open();
    workspace.addFiles(fixtureFiles('bundles/secrets', 'bundles/unicode'));
    const both = await endOf(workspace.run(DEFAULT_RECIPE, never()));
    workspace.removeFiles('bundles/secrets');
    const one = await endOf(workspace.run(DEFAULT_RECIPE, never()));
    workspace.addFiles(fixtureFiles('bundles/secrets'));
    const again = await endOf(workspace.run(DEFAULT_RECIPE, never()));
    expect([both.episodes, one.episodes, again]).toEqual([2, 1, both]);
  });
});

describe('an empty drop', () => {
  test('builds a dataset without rows and says that the first gate failed', async () => {
    const workspace = open();
    await endOf(workspace.run(DEFAULT_RECIPE, never()));
    const built = await endOf(workspace.build(never()));
    expect(built.gates.minExamples).toBe(false);
    expect(workspace.built().manifest.build.selected_examples).toBe(0);
  });
});

describe('cancelling', () => {
  test('ends a run with an AbortError and leaves the workspace usable', async () => {
    const workspace = open();
    workspace.addFiles(fixtureFiles('bundles'));
    const controller = new AbortController();
    const events = workspace.run(mixed, controller.signal);
    await events.next();
    controller.abort();
    await expect(endOf(events)).rejects.toMatchObject({ name: 'AbortError' });
    expect((await endOf(workspace.run(DEFAULT_RECIPE, never()))).episodes).toBeGreaterThan(0);
  });
});

describe('what is shown while a run redoes it', () => {
  const other = { ...DEFAULT_RECIPE, redaction: { ...DEFAULT_RECIPE.redaction, patterns: ['[a-z]{3}'] } };
  const started = async () => {
    const workspace = open();
    workspace.addFiles(fixtureFiles('bundles'));
    await endOf(workspace.run(DEFAULT_RECIPE, never()));
    const looks = async () => [
      await workspace.names(9, never()),
      await workspace.examples('EMAIL', 9, never()),
      await workspace.countMatches({ kind: 'word', text: 'the' }, never()),
      await workspace.conversation(0, { offset: 0, limit: 9 }),
      await workspace.episodeBlocks(0, { offset: 0, limit: 9 }),
    ];
    const controller = new AbortController();
    return { workspace, looks, controller, before: await looks(), events: workspace.run(other, controller.signal) };
  };
  const untilPropagated = async (events: ReturnType<Workspace['run']>) => {
    for (let next = await events.next(); !next.done; next = await events.next())
      if (next.value.stage === 'propagate') return;
    throw new Error('it was redone without being read again');
  };

  const gate = () => {
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    return [opened, () => open()] as const;
  };

  test('stays there, and when the run is called off as well', async () => {
    const { workspace, looks, controller, before, events } = await started();
    await untilPropagated(events);
    expect(await looks()).toEqual(before);
    controller.abort();
    await expect(endOf(events)).rejects.toMatchObject({ name: 'AbortError' });
    expect(await looks()).toEqual(before);
    await endOf(workspace.run(other, never()));
    expect(await looks()).not.toEqual(before);
  });

  test('is of no interest any more to who asked before and gets no answer in time', async () => {
    const [held, goOn] = gate();
    const [asking, asks] = gate();
    let breathe = async () => {};
    const workspace = createWorkspace({ openScratch: openMemoryScratch, breathe: () => breathe() });
    workspace.addFiles(fixtureFiles('bundles/secrets', 'bundles/unicode'));
    await endOf(workspace.run(DEFAULT_RECIPE, never()));
    breathe = () => {
      asks();
      return held;
    };
    const asked = workspace.names(9, never());
    await asking;
    breathe = async () => {};
    await endOf(workspace.run(other, never()));
    goOn();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('the final scan', () => {
  test('blocks a build whose bytes still hold a finding, names the place, and lets it through when accepted', async () => {
    const address = ['dana.whitfield', 'example.com'].join('@');
    const note = {
      messages: [
        { role: 'user', content: 'Who keeps the keys?' },
        { role: 'assistant', content: 'The keeper does, as always.' },
      ],
    };
    const drop = [file('rows.jsonl', `${JSON.stringify(note)}\n`)];
    const named = { ...DEFAULT_RECIPE, name: `for ${address}` };
    const blocked = await build(drop, named);
    expect(blocked.workspace.built().summary).toMatchObject({ blocked: true });
    expect(blocked.workspace.built().summary.residual.map(({ path, type }) => `${path} ${type}`)).toContain(
      'recipe.json EMAIL',
    );
    const accepted = await build(drop, { ...named, output: { ...named.output, acceptFindings: true } });
    expect(accepted.workspace.built().summary.blocked).toBe(false);
    expect(accepted.workspace.built().manifest.qc.residual_findings.accepted).toBe(true);
  });
});

describe('what the page sees', () => {
  test('an episode before and after redaction, with the same places marked on both sides', async () => {
    const workspace = open();
    workspace.addFiles(fixtureFiles('bundles/secrets'));
    await endOf(workspace.run(DEFAULT_RECIPE, never()));
    const view = await workspace.episode(0);
    const [first] = (await messagesOf(workspace, 0)).filter(({ role }) => role === 'user');
    expect(first?.before.marks.length).toBeGreaterThan(0);
    expect(first?.after.marks.map(({ type }) => type)).toEqual(first?.before.marks.map(({ type }) => type));
    expect(JSON.parse(view.exported.text)).toMatchObject({ schema: 'oc.row/1' });
  });

  test('an excluded episode is dropped with its reason and counted in the funnel', async () => {
    const workspace = open();
    workspace.addFiles(fixtureFiles('bundles/unicode'));
    await endOf(workspace.run(DEFAULT_RECIPE, never()));
    const [row] = workspace.episodes({ offset: 0, limit: 1 }).rows;
    const summary = await endOf(
      workspace.run({ ...DEFAULT_RECIPE, review: { excluded: [row?.id ?? ''], kept: [] } }, never()),
    );
    expect(summary.kept).toBe(0);
    expect(workspace.episodes({ offset: 0, limit: 1, reason: 'excluded' }).total).toBe(1);
  });
});
