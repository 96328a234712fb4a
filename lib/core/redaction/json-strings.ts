/** A string or number of a JSON text, with its place there. */
export interface Literal {
  /** Keys that lead to it; for a key itself, those that lead to its object. */
  readonly path: readonly string[];
  readonly kind: 'string' | 'number' | 'key';
  /** Of a string: first unit after the opening quote. */
  readonly start: number;
  /** Exclusive; of a string, the closing quote. */
  readonly end: number;
}

export function unescapeJson(raw: string): string {
  return raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
}

const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|.)/gs;

/** Index in the raw literal of each unit of its text; one more than the text is long. Null when nothing is escaped. */
export function originsOf(raw: string): Int32Array | null {
  if (!raw.includes('\\')) return null;
  const origins = new Int32Array(raw.length + 1);
  let length = 0;
  let last = 0;
  for (const match of raw.matchAll(ESCAPE)) {
    while (last < match.index) origins[length++] = last++;
    origins[length++] = last;
    last += match[0].length;
  }
  while (last <= raw.length) origins[length++] = last++;
  return origins.subarray(0, length);
}
