import type { Random } from '../../../lib/core/text/random.ts';

export interface Draw extends Random {
  from(alphabet: string, length: number): string;
  digits(length: number): string;
  hex(length: number): string;
  token(length: number): string;
}

export interface Made {
  /** What is written. */
  readonly text: string;
  /** What of it has to go, or to stay; the whole text when absent. */
  readonly pieces?: readonly string[];
}

export interface Kind {
  readonly kind: string;
  /** How settings call it. */
  readonly key: string;
  /** How sentences call it. */
  readonly label: string;
  /** Can be known without a name beside it. */
  readonly plain?: boolean;
  /** Places that it can stand in, when not all. */
  readonly where?: readonly string[];
  readonly make: (draw: Draw) => Made | string;
}

export const DIGITS = '0123456789';
export const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const LOWER = UPPER.toLowerCase();

export function drawFrom(random: Random): Draw {
  const from = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[random.below(alphabet.length)]).join('');
  return {
    ...random,
    from,
    digits: (length) => from(DIGITS, length),
    hex: (length) => from('0123456789abcdef', length),
    token: (length) => from(UPPER + LOWER + DIGITS, length),
  };
}

export const join = (...parts: readonly string[]): string => parts.join('');
export const around = (before: string, value: string, after = ''): Made => ({
  text: before + value + after,
  pieces: [value],
});
