import { isJsonObject } from '../text/json.ts';
import type { JsonValue } from '../types.ts';

/** Tokens as a provider counted them, and dollars as recorded (openclaw.md section 3.4). */
export interface Usage {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  readonly total: number;
  readonly cost: number;
  /** Messages or attempts that had any count. */
  readonly messages: number;
}

export const NO_USAGE: Usage = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0, total: 0, cost: 0, messages: 0 };

/** All zeros are no count: failed and invented messages carry them. */
export function readUsage(value: JsonValue | undefined): Usage {
  if (!isJsonObject(value)) return NO_USAGE;
  const [input, output] = [countOf(value.input), countOf(value.output)];
  const [cacheRead, cacheWrite] = [countOf(value.cacheRead), countOf(value.cacheWrite)];
  const total = countOf(value.totalTokens) || countOf(value.total) || input + output + cacheRead + cacheWrite;
  const cost = isJsonObject(value.cost) ? countOf(value.cost.total) : 0;
  return total === 0 ? NO_USAGE : { input, output, cacheRead, cacheWrite, total, cost, messages: 1 };
}

const countOf = (value: JsonValue | undefined): number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;

export const addUsage = (one: Usage, other: Usage): Usage => ({
  input: one.input + other.input,
  output: one.output + other.output,
  cacheRead: one.cacheRead + other.cacheRead,
  cacheWrite: one.cacheWrite + other.cacheWrite,
  total: one.total + other.total,
  cost: one.cost + other.cost,
  messages: one.messages + other.messages,
});
