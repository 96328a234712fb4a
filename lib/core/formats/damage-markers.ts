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
]);
const CUT = '...<truncated>';

export function textDamage(text: string): DamageCode | null {
  return LOST.get(text) ?? (text.endsWith(CUT) ? 'cut_text' : null);
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
