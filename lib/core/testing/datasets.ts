import { buildManifest } from '../output/build-manifest.ts';
import { CARD_FILE, renderCard } from '../output/card.ts';
import { CHECKSUM_FILE, renderChecksums } from '../output/checksums.ts';
import { MANIFEST_FILE, type Manifest, renderManifest } from '../output/manifest.ts';
import { type OpenOutput, writeTextFile } from '../output/output-file.ts';
import { PRESETS } from '../output/presets/presets.ts';
import { protocolEnv, qloraEnv } from '../output/protocol.ts';
import { renderRow } from '../output/row.ts';
import { openRowFiles } from '../output/row-files.ts';
import { planShards } from '../output/shards.ts';
import { writeDropped, writeLedger } from '../output/side-files.ts';
import type { DatasetReader } from '../output/verify.ts';
import { DEFAULT_RECIPE, type Recipe } from '../recipe.ts';
import { dedupe } from '../stages/dedupe.ts';
import { createFingerprinter, type Fingerprint } from '../stages/fingerprint.ts';
import { gate } from '../stages/gate.ts';
import { mix } from '../stages/mix.ts';
import { split } from '../stages/split.ts';
import { createHashes, createKeyedHash } from '../text/hash.ts';
import { type Episode, SPLITS } from '../types.ts';

export interface Dataset extends DatasetReader {
  readonly files: Map<string, Blob>;
  readonly manifest: Manifest;
}

/** A whole dataset in memory, made of episodes by the same parts as a real build. */
export async function makeDataset(episodes: readonly Episode[], more: Partial<Recipe> = {}): Promise<Dataset> {
  const recipe = { ...DEFAULT_RECIPE, ...more };
  const hashes = await createHashes();
  const keyed = await createKeyedHash('a key for tests');
  const fingerprint = await createFingerprinter();
  const files = new Map<string, Blob>();
  const open: OpenOutput = async (path) => {
    const parts: Blob[] = [];
    return {
      write: async (bytes) => void parts.push(new Blob([bytes])),
      close: async () => void files.set(path, new Blob(parts)),
    };
  };

  const all = episodes.map(fingerprint);
  const at = (ordinal: number) => all[ordinal] as Fingerprint;
  const gated = gate(all, recipe.gate, recipe.review);
  const deduped = dedupe(all, gated.kept, recipe.dedupe, recipe.review);
  const mixed = mix(all, deduped.kept, recipe.mix, recipe.review, recipe.seed);
  const input = { all, rows: mixed.kept, clusterOf: deduped.clusterOf, threshold: recipe.dedupe.threshold };
  const divided = split(input, recipe.split, recipe.seed);
  const ordinalsOf = (name: (typeof SPLITS)[number]) =>
    mixed.kept.filter((ordinal) => divided.splitOf(ordinal) === name);

  const plans = SPLITS.flatMap((name) => planShards(name, ordinalsOf(name), at, recipe.output.shardRows));
  const presets = PRESETS.filter(({ id }) => recipe.output.presets.includes(id));
  const rows = openRowFiles({ plans, presets, open, hashes });
  for (const ordinal of plans.flatMap((plan) => plan.ordinals)) {
    const episode = episodes[ordinal] as Episode;
    await rows.add(
      renderRow(episode, {
        id: at(ordinal).rowId,
        sessionId: `s_${keyed(episode.sessionId)}`,
        groupId: `g_${keyed(divided.groups[divided.groupOf[ordinal] ?? -1]?.key ?? '')}`,
        provenance: {},
        redactions: {},
      }),
    );
  }
  const written = await rows.finish();
  const dropped = [gated, deduped, mixed].flatMap((stage) =>
    [...stage.dropped].map(([ordinal, reason]) => ({ id: keyed(at(ordinal).id), stage: stage.count.name, reason })),
  );
  const text = (path: string, content: string) => writeTextFile(path, content, open, hashes);
  const listed = [
    ...written.files,
    await writeDropped(dropped, open, hashes),
    await writeLedger([], open, hashes),
    await text('protocol/protocol.env', protocolEnv(recipe)),
    await text('protocol/qlora_12gb.env', qloraEnv()),
    await text('recipe.json', `${JSON.stringify(recipe, null, 2)}\n`),
  ];
  const parse = { name: 'parse', version: 1, in: all.length, added: {}, dropped: {}, out: all.length };
  const manifest = buildManifest({
    recipe,
    recipeSha256: listed.at(-1)?.sha256 ?? '',
    tool: { name: 'openclaw-dataset-builder', version: '0.1.0' },
    inputs: [],
    stages: [parse, gated.count, deduped.count, mixed.count, divided.count],
    mixed,
    divided,
    rows: { train: ordinalsOf('train').map(at), validation: ordinalsOf('validation').map(at) },
    redaction: { episodes: 0, byRule: {}, byType: {} },
    damage: {},
    residual: { accepted: false, byType: {} },
    files: listed,
    presets: written.presets,
  });
  listed.push(await text(MANIFEST_FILE, renderManifest(manifest)));
  listed.push(await text(CARD_FILE, renderCard(manifest, { license: recipe.output.license, languages: [] })));
  await text(CHECKSUM_FILE, renderChecksums(listed));
  return {
    files,
    manifest,
    list: async () => [...files.keys()],
    file: async (path) => {
      const blob = files.get(path);
      if (!blob) throw new RangeError(`no file ${path}`);
      return blob;
    },
  };
}

export const textOf = async (dataset: Dataset, path: string): Promise<string> => (await dataset.file(path)).text();

export const linesOf = async (dataset: Dataset, path: string): Promise<readonly string[]> =>
  (await textOf(dataset, path)).split('\n').slice(0, -1);
