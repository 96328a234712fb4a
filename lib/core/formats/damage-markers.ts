import { isJsonObject } from '../text/json.ts';
import type { JsonValue } from '../types.ts';
import type { DamageCode } from './damage.ts';

/** Whole strings that stand in for a lost value (openclaw.md section 6.3). */
const LOST: ReadonlyMap<string, DamageCode> = new Map([
  ['[Truncated]', 'truncated_value'],
  ['[Malformed diagnostic JSON redacted]', 'malformed_json'],
  ['[Oversized diagnostic JSON redacted]', 'oversized_json'],
  ['[Circular]', 'circular_value'],
  ['[Unserializable]', 'unserializable_value'],
  // The codex harness has its own words (section 2.5).
  ['<truncated>', 'size_limit'],
  ['<redacted payload>', 'size_limit'],
]);
const CUT = '...<truncated>';

/** Where the codex harness cuts a text, to put an ellipsis behind it. */
const CODEX_CUT = 20_000;

export function textDamage(text: string): DamageCode | null {
  const isCut = text.endsWith(CUT) || (text.length === CODEX_CUT + 1 && text.endsWith('…'));
  return LOST.get(text) ?? (isCut ? 'cut_text' : null);
}

/** A marker object that was recorded in place of a value (section 6.2). */
export const isSizeMarker = (value: unknown): boolean =>
  isJsonObject(value) &&
  value.truncated === true &&
  typeof value.reason === 'string' &&
  value.reason.startsWith('trajectory-');

/** All damage inside a value, one code a damaged place. */
export function valueDamage(value: JsonValue): DamageCode[] {
  if (typeof value === 'string') {
    const damage = textDamage(value);
    return damage ? [damage] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (isSizeMarker(value)) return ['size_limit'];
  return Object.values(value).flatMap((item: JsonValue) => valueDamage(item));
}

/** What context pruning leaves of a result or picture before a request (dynamic-trim.md section 4); whole texts, or an end. */
const PRUNED =
  /^\[(Old tool result content cleared|(image data|media reference) removed - already processed by model)\]$|\n\n\[Tool result trimmed: kept first \d+ chars and last \d+ chars of \d+ chars\.[^\]\n]*\]$/;
/** Masks of OpenClaw's own redaction (openclaw.md section 6.1): the whole of a secret, or all but its ends. A line of stars is none. */
const MASK = /^\*\*\*$|[^\n*\w]\*\*\*(?![*\w])|<redacted(-[a-z-]+)?>|-----BEGIN [A-Z ]+KEY-----\n…redacted…\n/;
const HALF_MASK =
  /(?<![\w-])(?:(?=[a-z]{0,5}[\dA-Z_-])[\w-]{6}…[\w-]{4}|[\w-]{6}…(?=[a-z]{0,3}[\dA-Z_-])[\w-]{4})(?!\w)/;

/** What was done to a text on its way here and is no loss that another copy should undo. */
export function textNotes(text: string): readonly DamageCode[] {
  return [
    ...(PRUNED.test(text) ? (['pruned_text'] as const) : []),
    ...(MASK.test(text) ? (['masked_text'] as const) : []),
    ...(HALF_MASK.test(text) ? (['half_masked_text'] as const) : []),
  ];
}

/** Codes of what was hidden, masked or shortened on purpose. */
export const NOTES: ReadonlySet<DamageCode> = new Set([
  'hidden_reasoning',
  'pruned_text',
  'masked_text',
  'half_masked_text',
]);

/** Fit to put another copy right. */
export const isWhole = (damage: readonly DamageCode[]): boolean =>
  damage.every((code) => NOTES.has(code) && code !== 'pruned_text');
