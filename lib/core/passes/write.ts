import { exportedRecipe } from '../exported-recipe.ts';
import type { Host } from '../host.ts';
import { buildManifest } from '../output/build-manifest.ts';
import { CARD_FILE, renderCard } from '../output/card.ts';
import { CHECKSUM_FILE, renderChecksums } from '../output/checksums.ts';
import { type BuildRecord, MANIFEST_FILE, type Manifest, renderManifest } from '../output/manifest.ts';
import { writeTextFile } from '../output/output-file.ts';
import { createOutputStore, type OutputStore } from '../output/output-store.ts';
import { presetById } from '../output/presets/presets.ts';
import { protocolEnv, qloraEnv } from '../output/protocol.ts';
import type { RowExtras } from '../output/row.ts';
import { planShards, type ShardPlan } from '../output/shards.ts';
import { writeDropped, writeLedger } from '../output/side-files.ts';
import type { Recipe } from '../recipe.ts';
import { findResidual } from '../redaction/residual.ts';
import { createHashes, type Hashes } from '../text/hash.ts';
import { type JsonObject, type Progress, type Shard, SPLITS, type Split } from '../types.ts';
import type { BuildSummary } from '../views/build-views.ts';
import { buildRecord, builtMsOf, droppedLines, isAccepted, ledgerLines, residualTypes } from './build-record.ts';
import { type ResidualPlace, scanWritten } from './final-scan.ts';
import { hashInputs } from './inputs.ts';
import { countUndecided, leftNames } from './name-tally.ts';
import { fileNameOf, type Names, namesOf } from './names.ts';
import { createPairs } from './pairs.ts';
import type { State } from './state.ts';
import { writeRows } from './write-rows.ts';
import { writeTrainingExport } from './write-training-export.ts';

/** A finished dataset. */
export interface Built {
  readonly summary: BuildSummary;
  readonly manifest: Manifest;
  /** In the order in which the zip holds them. */
  readonly files: readonly Shard[];
  blob(path: string): Promise<Blob>;
  close(): Promise<void>;
}

const RECIPE_FILE = 'recipe.json';

/** Pass 2 and everything behind it: rows, side files, the final scan of the written bytes, manifest, card, checksums. */
export async function* writeDataset(state: State, host: Host, signal: AbortSignal): AsyncGenerator<Progress, Built> {
  const store = createOutputStore(host.openScratch);
  try {
    return yield* write(state, store, host, signal);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function* write(
  state: State,
  store: OutputStore,
  host: Host,
  signal: AbortSignal,
): AsyncGenerator<Progress, Built> {
  const { recipe } = state;
  const hashes = await createHashes();
  const inputs = yield* hashInputs(state.drop.sources, host, signal);
  const names = await namesOf(recipe.key || `${inputs.key}/${recipe.seed}`);
  const choices = `${JSON.stringify(exportedRecipe(recipe, names.episode), null, 2)}\n`;
  const plans = shardPlans(state);
  const pairs = createPairs(state);
  const extras = (ordinal: number) =>
    extrasOf(state, ordinal, inputs.digests, names, hashes.sha256(stableChoices(recipe)));
  const rows = yield* writeRows(
    {
      plans,
      members: state.members,
      presets: recipe.output.presets.flatMap((id) => presetById(id) ?? []),
      open: store.open,
      hashes,
      wrongHalf: pairs.wrongHalf,
      extras,
    },
    host,
    signal,
  );
  const exported = recipe.output.trainingExport
    ? yield* writeTrainingExport(
        { plans, members: state.members, builtMs: builtMsOf(state), open: store.open, hashes, extras },
        host,
        signal,
      )
    : undefined;
  const sideFiles = [
    ...(exported?.files ?? []),
    await writeTextFile('protocol/protocol.env', protocolEnv(recipe), store.open, hashes),
    await writeTextFile('protocol/qlora_12gb.env', qloraEnv(), store.open, hashes),
    await writeTextFile(RECIPE_FILE, choices, store.open, hashes),
    await writeDropped(droppedLines(state, names), store.open, hashes),
    await writeLedger(ledgerLines(state, pairs.values, names), store.open, hashes),
  ];
  const left = leftNames(recipe, hashes);
  const written = state.members.filter((_, ordinal) => state.decisions.fates[ordinal]?.dropped === null);
  const namesUndecided = await countUndecided(written, left, host, signal);
  const scanned = yield* scanWritten(store, recipe, rowBytesOf(rows.files), host, signal);
  const record = buildRecord(state, {
    rows: exported ? { ...rows, presets: [...rows.presets, exported.report] } : rows,
    pairValues: pairs.values,
    sideFiles,
    plans,
    digests: inputs.digests,
    recipeSha256: hashes.sha256(choices),
    residual: scanned,
    namesUndecided,
  });
  const { manifest, residual, files } = await writeHead(record, scanned, state, store, hashes);
  const all = await withChecksums(files, store, hashes);
  return finished(state, manifest, located(residual, plans), all, store);
}

/** Of the canonical rows, on average. */
function rowBytesOf(files: readonly Shard[]): number {
  const shards = files.filter(({ path }) => path.startsWith('data/'));
  const sum = (of: (shard: Shard) => number) => shards.reduce((total, shard) => total + of(shard), 0);
  return (
    sum(({ bytes }) => bytes) /
    Math.max(
      1,
      sum(({ rows }) => rows),
    )
  );
}

function shardPlans({ members, decisions, recipe }: State): readonly ShardPlan[] {
  const ordinals = (split: Split) =>
    decisions.fates.flatMap((fate, ordinal) => (fate.dropped === null && fate.split === split ? [ordinal] : []));
  const placed = (ordinal: number) => {
    const member = members[ordinal];
    if (!member) throw new RangeError(`there is no episode ${ordinal}`);
    return member.entry.fingerprint;
  };
  return SPLITS.flatMap((split) => planShards(split, ordinals(split), placed, recipe.output.shardRows));
}

/** What the rows' own hash of the recipe covers: not the name and date of a build, nor what was let through once it was written. */
function stableChoices({ name: _, builtMs: __, output, ...choices }: Recipe): string {
  const { acceptFindings: ___, acceptedFindings: ____, ...outputs } = output;
  return JSON.stringify({ ...choices, output: outputs });
}

function extrasOf(state: State, ordinal: number, digests: readonly string[], names: Names, choices: string): RowExtras {
  const member = state.members[ordinal];
  const fate = state.decisions.fates[ordinal];
  if (!member || !fate) throw new RangeError(`there is no episode ${ordinal}`);
  const { entry, segment } = member;
  const source: JsonObject = segment.origin === 'real' ? { source_sha256: digests[entry.source] ?? '' } : {};
  return {
    id: entry.fingerprint.rowId,
    sessionId: names.session(entry.sessionId),
    groupId: names.group(fate.groupKey),
    provenance: { ...source, recipe_sha256: choices },
    redactions: entry.rules,
  };
}

/** Manifest and card are scanned like everything else; what is found in them is counted in them. */
async function writeHead(
  record: BuildRecord,
  scanned: readonly ResidualPlace[],
  { recipe, members, redactor }: State,
  store: OutputStore,
  hashes: Hashes,
) {
  const card = (manifest: Manifest) =>
    renderCard(manifest, {
      license: recipe.output.license,
      languages: languagesOf(members.map(({ entry }) => entry.fingerprint.tags)),
    });
  const draft = buildManifest(record);
  const residual = [
    ...scanned,
    ...scanText(MANIFEST_FILE, renderManifest(draft), redactor),
    ...scanText(CARD_FILE, card(draft), redactor),
  ];
  const manifest = buildManifest({
    ...record,
    residual: { accepted: isAccepted(residual, recipe), byType: residualTypes(residual) },
  });
  const files = [
    await writeTextFile(CARD_FILE, card(manifest), store.open, hashes),
    await writeTextFile(MANIFEST_FILE, renderManifest(manifest), store.open, hashes),
    ...record.files,
  ];
  return { manifest, residual, files };
}

const scanText = (path: string, text: string, { written, mark }: State['redactor']): ResidualPlace[] =>
  findResidual(written, text, { markOf: mark }).map((found) => ({ path, line: 1 + found.below, ...found }));

/** Languages that generated rows say they are in; nobody knows those of the others. */
const languagesOf = (tags: readonly (readonly string[])[]): readonly string[] =>
  [
    ...new Set(
      tags
        .flat()
        .filter((tag) => tag.startsWith('lang:'))
        .map((tag) => tag.slice('lang:'.length)),
    ),
  ].sort();

async function withChecksums(files: readonly Shard[], store: OutputStore, hashes: Hashes): Promise<readonly Shard[]> {
  const head = files.filter(({ path }) => !path.includes('/'));
  const checksums = await writeTextFile(CHECKSUM_FILE, renderChecksums(files), store.open, hashes);
  return [...head, checksums, ...files.filter(({ path }) => path.includes('/'))];
}

/** Which episode a line of a canonical shard is. */
const located = (places: readonly ResidualPlace[], plans: readonly ShardPlan[]) =>
  places.map((place) => {
    const plan = plans.find(({ name }) => place.path.startsWith(`data/${name}.`));
    return { ...place, ordinal: plan?.ordinals[place.line - 1] ?? null };
  });

function finished(
  { recipe }: State,
  manifest: Manifest,
  residual: readonly (ResidualPlace & { readonly ordinal: number | null })[],
  files: readonly Shard[],
  store: OutputStore,
): Built {
  const summary: BuildSummary = {
    fileName: `${fileNameOf(recipe.name)}.zip`,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    files: files.map(({ path, bytes, rows, sha256 }) => ({ path, bytes, rows, sha256 })),
    gates: { minExamples: manifest.build.min_example_ok, redaction: manifest.build.redaction_ok },
    residual: residual.map(({ rule: _, ...place }) => ({
      ...place,
      accepted: isAccepted([place], recipe),
    })),
    namesUndecided: manifest.qc.names_undecided,
    blocked: residual.length > 0 && !isAccepted(residual, recipe),
  };
  return { summary, manifest, files, blob: (path) => store.blob(path), close: () => store.close() };
}
