import { tryParseJson } from '../../text/json.ts';
import { valueDamage } from '../damage-markers.ts';
import type { Hunk } from './align.ts';
import type { ExportMessage } from './export-line.ts';

type Reason = 'masked_otherwise' | 'recording_shortened' | 'result_lost';

/** Messages that stand on both sides and were written down in two ways by OpenClaw itself. */
export function recordedOtherwise(
  hunks: readonly Hunk[],
  faithful: readonly ExportMessage[],
  corrected: readonly ExportMessage[],
): { readonly reasons: ReadonlyMap<number, Reason>; readonly corrected: ReadonlySet<number> } {
  const reasons = new Map<number, Reason>();
  const taken = new Set<number>();
  for (const hunk of hunks)
    for (const at of hunk.faithful)
      for (const other of hunk.corrected) {
        if (taken.has(other) || reasons.has(at)) continue;
        const reason = sameButRecorded(faithful[at] as ExportMessage, corrected[other] as ExportMessage);
        if (!reason) continue;
        reasons.set(at, reason);
        taken.add(other);
      }
  return { reasons, corrected: taken };
}

function sameButRecorded(one: ExportMessage, other: ExportMessage): Reason | null {
  const [calls, others] = [one.tool_calls ?? [], other.tool_calls ?? []];
  if (one.role !== other.role || calls.length !== others.length) return null;
  if (one.role === 'tool' && (one.content === '(see attached image)' || one.content === '[object Object]'))
    return 'result_lost';
  if (!isMaskedAlike(one.content, other.content)) return null;
  let shortened = false;
  for (const [at, { function: fn }] of calls.entries()) {
    const twin = others[at]?.function;
    if (fn.name !== twin?.name) return null;
    const [args, twins] = [fn.arguments ?? '{}', twin.arguments ?? '{}'];
    if (isMaskedAlike(args, twins)) continue;
    if (!valueDamage(tryParseJson(args) ?? null).includes('size_limit')) return null;
    shortened = true;
  }
  return shortened ? 'recording_shortened' : 'masked_otherwise';
}

const MASK = /\*\*\*|…|<redacted/;

/** Word by word equal, but for words that are masked on one side. */
function isMaskedAlike(one: string, other: string): boolean {
  const words = (text: string) => text.split(/[\s=@:/"',]+/);
  const [ones, others] = [words(one), words(other)];
  return (
    ones.length === others.length &&
    ones.every((word, at) => word === others[at] || MASK.test(word) || MASK.test(others[at] as string))
  );
}
