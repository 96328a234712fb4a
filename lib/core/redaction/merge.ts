import type { Span } from '../types.ts';
import type { Hit } from './scan.ts';

/** Overlapping hits become one span over all of them: no half of a secret stays. The hit that says most names it. */
export function mergeHits(hits: readonly Hit[]): readonly Span[] {
  if (hits.length === 0) return [];
  const sorted = [...hits].sort((a, b) => a.start - b.start || b.end - a.end);
  const spans: Span[] = [];
  let open = sorted[0] as Hit;
  let end = open.end;
  let start = open.start;
  const close = (): void => {
    spans.push({ start, end, rule: open.rule, type: open.type });
  };
  for (const hit of sorted.slice(1)) {
    if (hit.start < end) {
      end = Math.max(end, hit.end);
      if (hit.rank > open.rank || (hit.rank === open.rank && hit.end - hit.start > open.end - open.start)) open = hit;
    } else {
      close();
      ({ start, end } = hit);
      open = hit;
    }
  }
  close();
  return spans;
}
