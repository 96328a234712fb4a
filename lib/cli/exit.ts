/** What the process says at its end. */
export const EXIT = { done: 0, refused: 1, wrongCall: 2, interrupted: 130 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** The call was wrong; the message says how to mend it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
