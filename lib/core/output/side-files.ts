import type { Hashes } from '../text/hash.ts';
import type { Shard } from '../types.ts';
import { type OpenOutput, openLineFile } from './output-file.ts';

/** What was dropped: never its text. */
export interface DroppedLine {
  /** Keyed hash of the episode's id. */
  readonly id: string;
  readonly stage: string;
  readonly reason: string;
}

/** One replaced value: never the value. */
export interface LedgerLine {
  readonly rule: string;
  readonly type: string;
  readonly count: number;
  readonly placeholder: string;
  /** Keyed hash of the value, so that one value can be told from another. */
  readonly hash: string;
}

const DROPPED_FILE = 'dropped.jsonl';
const LEDGER_FILE = 'redaction-ledger.jsonl';

export function writeDropped(lines: readonly DroppedLine[], open: OpenOutput, hashes: Hashes): Promise<Shard> {
  const texts = lines.map(({ id, stage, reason }) => JSON.stringify({ id, stage, reason }));
  return writeSorted(DROPPED_FILE, texts, open, hashes);
}

export function writeLedger(lines: readonly LedgerLine[], open: OpenOutput, hashes: Hashes): Promise<Shard> {
  const texts = lines.map(({ rule, type, count, placeholder, hash }) =>
    JSON.stringify({ rule, type, count, placeholder, hash }),
  );
  return writeSorted(LEDGER_FILE, texts, open, hashes);
}

/** Sorted, so that the order tells nothing of the order of the sources. */
async function writeSorted(path: string, lines: readonly string[], open: OpenOutput, hashes: Hashes): Promise<Shard> {
  const file = await openLineFile(path, open, hashes);
  for (const line of [...lines].sort()) await file.add(line);
  return file.close();
}
