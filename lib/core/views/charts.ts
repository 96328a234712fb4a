import type { Bar } from './summary-views.ts';

/** Powers of two from 256 on: token counts of agent runs span four orders of magnitude. */
const TOKEN_EDGES = [0, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768];
const CALL_EDGES = [0, 1, 2, 4, 8, 16, 32];

export const tokenBars = (tokens: readonly number[]): readonly Bar[] => bars(tokens, TOKEN_EDGES, shortNumber);
export const callBars = (calls: readonly number[]): readonly Bar[] => bars(calls, CALL_EDGES, String);

function bars(values: readonly number[], edges: readonly number[], name: (edge: number) => string): readonly Bar[] {
  const counts = edges.map(() => 0);
  for (const value of values) {
    const index = edges.findLastIndex((edge) => value >= edge);
    if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
  }
  return edges.map((from, index) => {
    const to = edges[index + 1] ?? null;
    return { label: to === null ? `${name(from)}+` : name(from), from, to, count: counts[index] ?? 0 };
  });
}

const shortNumber = (value: number): string => (value >= 1024 ? `${value / 1024}k` : String(value));
