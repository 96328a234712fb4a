import type { Fingerprint } from '../stages/fingerprint.ts';
import { compare } from '../text/order.ts';
import type { Split } from '../types.ts';

/** What decides the order of rows. */
export type Placed = Pick<Fingerprint, 'rowId' | 'id' | 'toolCalls' | 'tags' | 'chars'>;

/** One file of rows, planned before any is written. */
export interface ShardPlan {
  /** `train-00000-of-00002`. */
  readonly name: string;
  readonly split: Split;
  /** Ordinals in the order in which their rows are written. */
  readonly ordinals: readonly number[];
}

/**
 * Rows in order of id, with a schema anchor in front of each file: a row with a tool call and a tag where the split has one,
 * because loaders take the type of a column from the first rows (outputs.md section 2). The smallest ones are taken, since a
 * huge first row breaks the Hub's viewer.
 */
export function planShards(
  split: Split,
  ordinals: readonly number[],
  placed: (ordinal: number) => Placed,
  shardRows: number,
): readonly ShardPlan[] {
  const byId = (a: number, b: number) =>
    compare(placed(a).rowId, placed(b).rowId) || compare(placed(a).id, placed(b).id);
  const count = Math.ceil(ordinals.length / shardRows);
  const anchors = [...ordinals]
    .sort((a, b) => anchorRank(placed(a)) - anchorRank(placed(b)) || placed(a).chars - placed(b).chars || byId(a, b))
    .slice(0, count)
    .sort(byId);
  const isAnchor = new Set(anchors);
  const rest = ordinals.filter((ordinal) => !isAnchor.has(ordinal)).sort(byId);
  return anchors.map((anchor, index) => ({
    name: `${split}-${number(index)}-of-${number(count)}`,
    split,
    ordinals: [anchor, ...rest.slice(index * (shardRows - 1), (index + 1) * (shardRows - 1))],
  }));
}

const anchorRank = ({ toolCalls, tags }: Placed): number =>
  toolCalls > 0 && tags.length > 0 ? 0 : toolCalls > 0 ? 1 : tags.length > 0 ? 2 : 3;

const number = (value: number): string => String(value).padStart(5, '0');
