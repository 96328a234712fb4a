/** The sticky expression tried at one place; after it, `pattern.lastIndex` is where the match ended. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export function standsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** At most so many units, up to `at` (exclusive). */
export const textBefore = (text: string, at: number, units: number): string => text.slice(Math.max(0, at - units), at);

/** The text as an expression that matches it alone, outside of classes. */
export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
