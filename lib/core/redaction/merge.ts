import type { Span } from '../types.ts';
import type { Hit } from './scan.ts';

/** Overlapping hits become one span over all of them: no half of a secret stays. The hit that says most names it. */
export function mergeHits(hits: readonly Hit[]): readonly Span[] {
  const spans: Span[] = [];
  let open: Hit | undefined;
  let start = 0;
  let end = 0;
  for (const hit of hits.length > 1 ? [...hits].sort(byPlace) : hits) {
    if (open && hit.start < end) {
      end = Math.max(end, hit.end);
      if (saysMore(hit, open)) open = hit;
      continue;
    }
    if (open) spans.push({ start, end, rule: open.rule, type: open.type });
    ({ start, end } = hit);
    open = hit;
  }
  if (open) spans.push({ start, end, rule: open.rule, type: open.type });
  return spans;
}

const byPlace = (a: Hit, b: Hit): number => a.start - b.start || b.end - a.end;

const saysMore = (hit: Hit, than: Hit): boolean =>
  hit.rank > than.rank || (hit.rank === than.rank && hit.end - hit.start > than.end - than.start);
