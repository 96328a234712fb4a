import { createFingerprinter, type Fingerprint } from '../stages/fingerprint.ts';
import { createHashes, type Hashes } from '../text/hash.ts';
import { isJsonObject, tryParseJson } from '../text/json.ts';
import { type JsonObject, type Progress, SPLITS, type Split } from '../types.ts';
import { checkRow, looksLikeTrace } from './check-row.ts';
import { CHECKSUM_FILE, parseChecksums } from './checksums.ts';
import { MANIFEST_FILE } from './manifest.ts';
import { rowEpisode } from './parse-row.ts';
import { type Row, rowId } from './row.ts';
import {
  checkCounts,
  checkFileList,
  checkLeakage,
  checkResidual,
  checkStages,
  createFaults,
  type Faults,
  member,
  number,
  place,
  type SeenRow,
} from './verify-checks.ts';
import { writtenTexts } from './written-texts.ts';

/** A dataset as it lies somewhere: a zip, a folder, memory. */
export interface DatasetReader {
  list(): Promise<readonly string[]>;
  file(path: string): Promise<Blob>;
}

/** What a line still holds; never what it is. */
export type ScanLine = (line: string) => readonly { readonly type: string; readonly count: number }[];

export const VERIFY_CHECKS = {
  manifest: 'The manifest is there and can be read.',
  checksums: 'Every file is listed in SHA256SUMS and is what it was.',
  schema: 'Every row is a well-formed canonical row with its own id.',
  counts: 'Stages add up and chain, and the manifest counts what the files hold.',
  leakage: 'No group and no near-duplicates stand in both splits.',
  residual: 'The files hold no finding that nobody accepted.',
  trace_keys: 'No file is taken for agent traces by its top-level keys.',
} as const;
export type VerifyName = keyof typeof VERIFY_CHECKS;

export interface VerifyCheck {
  readonly name: VerifyName;
  readonly ok: boolean;
  /** Codes and places; never a piece of a row. */
  readonly details: readonly string[];
}

export interface VerifyReport {
  readonly ok: boolean;
  readonly files: number;
  readonly rows: Readonly<Record<Split, number>>;
  readonly checks: readonly VerifyCheck[];
}

const DEFAULT_THRESHOLD = 0.8;
const SIGNAL_OF_NOBODY = new AbortController().signal;

/** Reads everything once more and believes nothing that the dataset says of itself. Holds fingerprints, never texts. */
export async function* verifyDataset(
  reader: DatasetReader,
  scan: ScanLine,
  signal: AbortSignal = SIGNAL_OF_NOBODY,
): AsyncGenerator<Progress, VerifyReport> {
  const hashes = await createHashes();
  const fingerprint = await createFingerprinter();
  const paths = [...(await reader.list())].sort();
  const manifest = await readManifest(reader, paths);
  const seen = createSeen(hashes, (row) => fingerprint(asEpisode(row)));
  const files = new Map<string, { bytes: number; sha256: string }>();
  for (const [done, path] of paths.entries()) {
    signal.throwIfAborted();
    yield { stage: 'verify', done, total: paths.length, unit: 'files' };
    const blob = await reader.file(path);
    if (path !== CHECKSUM_FILE) files.set(path, { bytes: blob.size, sha256: await sha256Of(blob, hashes) });
    if (path === CHECKSUM_FILE) continue;
    for await (const { line, text } of writtenTexts(path, blob, signal)) {
      seen.scanned(scan(text));
      if (path.endsWith('.jsonl')) seen.line(path, line, text);
    }
  }
  yield { stage: 'verify', done: paths.length, total: paths.length, unit: 'files' };

  const checksums = paths.includes(CHECKSUM_FILE) ? await (await reader.file(CHECKSUM_FILE)).text() : '';
  const threshold = number(member(manifest?.leakage, 'threshold')) || DEFAULT_THRESHOLD;
  const known = manifest ?? {};
  const checks = [
    check('manifest', manifest ? [] : [`${MANIFEST_FILE} is missing or is no JSON object`]),
    check('checksums', checkSums(checksums, files)),
    check('schema', seen.schema.details()),
    check('counts', [
      ...checkStages(known),
      ...checkCounts(known, seen.counts()),
      ...checkFileList(known, files, seen.lines),
    ]),
    check('leakage', checkLeakage(seen.rows, threshold)),
    check('residual', checkResidual(known, seen.residual)),
    check('trace_keys', seen.traces.details()),
  ];
  const { rows } = seen.counts();
  return { ok: checks.every(({ ok }) => ok), files: paths.length, rows, checks };
}

const check = (name: VerifyName, details: readonly string[]): VerifyCheck => ({
  name,
  ok: details.length === 0,
  details,
});

async function readManifest(reader: DatasetReader, paths: readonly string[]): Promise<JsonObject | undefined> {
  if (!paths.includes(MANIFEST_FILE)) return undefined;
  const value = tryParseJson(await (await reader.file(MANIFEST_FILE)).text());
  return isJsonObject(value) ? value : undefined;
}

async function sha256Of(blob: Blob, hashes: Hashes): Promise<string> {
  const sha256 = await hashes.streaming();
  const chunks = blob.stream().getReader();
  for (let chunk = await chunks.read(); !chunk.done; chunk = await chunks.read()) sha256.update(chunk.value);
  return sha256.digest('hex');
}

function checkSums(text: string, files: ReadonlyMap<string, { readonly sha256: string }>): readonly string[] {
  const told = parseChecksums(text);
  if (!told || told.size === 0) return [`${CHECKSUM_FILE} is missing or cannot be read`];
  return [
    ...[...told].flatMap(([path, sha256]) => {
      const file = files.get(path);
      return file ? (file.sha256 === sha256 ? [] : [`${path} was changed`]) : [`${path} is missing`];
    }),
    ...[...files.keys()].filter((path) => !told.has(path)).map((path) => `${path} is not listed`),
  ];
}

/** What the lines of all files add up to. */
function createSeen(hashes: Hashes, fingerprintOf: (row: Row) => Fingerprint) {
  const rows: SeenRow[] = [];
  const lines = new Map<string, number>();
  const schema: Faults = createFaults();
  const traces: Faults = createFaults();
  const residual = new Map<string, number>();
  const previous = new Map<string, string>();

  const canonical = (path: string, line: number, value: unknown) => {
    const faults = checkRow(value);
    for (const fault of faults) schema.add(fault, place(path, line));
    const split = SPLITS.find((name) => path.startsWith(`data/${name}-`));
    if (!split) schema.add('split_name', place(path, line));
    if (faults.length > 0 || !split) return;
    const row = value as Row;
    if (rowId(row, hashes) !== row.id) schema.add('id_of_other_content', place(path, line));
    // The first row of a file is its schema anchor; the rest is in order of id.
    if (line > 2 && row.id < (previous.get(path) ?? '')) schema.add('order', place(path, line));
    previous.set(path, row.id);
    rows.push({ split, row: { ...row, messages: [], tools: '[]' }, fingerprint: fingerprintOf(row) });
  };

  return {
    rows,
    lines,
    schema,
    traces,
    residual,
    scanned: (found: ReturnType<ScanLine>) => {
      for (const { type, count } of found) residual.set(type, (residual.get(type) ?? 0) + count);
    },
    line: (path: string, line: number, text: string) => {
      lines.set(path, (lines.get(path) ?? 0) + 1);
      const value = tryParseJson(text);
      if (!isJsonObject(value)) return schema.add('not_json', place(path, line));
      if (looksLikeTrace(value)) traces.add('trace_keys', place(path, line));
      if (path.startsWith('data/')) canonical(path, line, value);
    },
    counts: () => {
      const of = (split: Split) => rows.filter((row) => row.split === split);
      const origins = (split: Split) => {
        const counts = new Map<string, number>();
        for (const { row } of of(split)) counts.set(row.origin, (counts.get(row.origin) ?? 0) + 1);
        return counts;
      };
      const groups = (split: Split) => new Set(of(split).map(({ row }) => row.group_id)).size;
      return {
        rows: { train: of('train').length, validation: of('validation').length },
        groups: { train: groups('train'), validation: groups('validation') },
        byOrigin: { train: origins('train'), validation: origins('validation') },
        lines,
      };
    },
  };
}

const asEpisode = (row: Row) => ({
  ...rowEpisode(row),
  kind: 'task' as const,
  title: '',
  damage: {},
  provenance: { path: '', line: 0, parser: '' },
});
