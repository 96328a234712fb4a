import type { Span } from '../types.ts';

/** Where a string stands: the keys that lead to it (`['arguments', 'headers', 'authorization']`). Context for rules. */
export type KeyPath = readonly string[];

/** Finds what must not leave, in one string at a time. Pure: the same text and path give the same spans. */
export interface Redactor {
  /** Sorted by start, without overlaps. Values stay in the text: a span never carries one. */
  find(text: string, at: KeyPath): readonly Span[];
  /** Low-risk personal data gives way to realistic stand-ins from reserved ranges instead of placeholders. */
  readonly surrogates?: boolean;
  /** Names a value alike in every episode, by a key that stays with the person. */
  readonly keyed?: (type: string, value: string) => string;
  /** The person said that this value stays in this message; -1 for what stands in none. */
  isLeft?(episodeId: string, message: number, value: string): boolean;
}
