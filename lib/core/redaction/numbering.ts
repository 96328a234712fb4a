import { keyedPlaceholderOf, placeholderOf, placeholdersIn } from './placeholder.ts';
import type { Redactor } from './redactor.ts';
import { surrogateOf } from './surrogates.ts';

/** Hands out placeholders: the same value keeps its own. Numbered by type in order of first appearance, or named by a key. */
export interface Numbering {
  placeholder(type: string, value: string): string;
  /** Numbers that stand in a text already are taken. */
  reserve(text: string): void;
}

/** Shorter values may be a code in one place and a number in another. */
const SURE = 8;

export function createNumbering({ surrogates, keyed }: Pick<Redactor, 'surrogates' | 'keyed'>): Numbering {
  const used = new Map<string, number>();
  const given = new Map<string, string>();
  /** By the value alone: one rule may call it a token and another a password. */
  const exact = new Map<string, string>();
  return {
    placeholder(type, value) {
      const plain = normalised(type, value);
      if (keyed) return keyedPlaceholderOf(type, keyed(type, plain));
      const key = `${type}\n${plain}`;
      const known = given.get(key) ?? (value.length >= SURE ? exact.get(value) : undefined);
      if (known) return known;
      const number = (used.get(type) ?? 0) + 1;
      used.set(type, number);
      const surrogate = surrogates ? surrogateOf(type, number, value) : null;
      const made = surrogate ?? placeholderOf(type, number);
      given.set(key, made);
      if (surrogate === null && !exact.has(value)) exact.set(value, made);
      return made;
    },
    reserve(text) {
      for (const { type, number } of placeholdersIn(text)) used.set(type, Math.max(used.get(type) ?? 0, number));
    },
  };
}

/** Spellings of one value share a placeholder: a number with and without blanks, a mail in capitals. */
function normalised(type: string, value: string): string {
  if (type === 'EMAIL' || type === 'MAC_ADDRESS') return value.toLowerCase();
  if (type === 'PHONE' || type === 'CREDIT_CARD' || type === 'IBAN')
    return value.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  return value;
}
