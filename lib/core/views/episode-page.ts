import type { EpisodePage, EpisodeQuery, EpisodeRow } from './episode-views.ts';

/** What a query may look at beyond the row itself. */
export interface Listed {
  readonly row: EpisodeRow;
  readonly source: number;
  readonly sessionId: string;
  /** Placeholder types that occur. */
  readonly types: Readonly<Record<string, number>>;
  readonly tags: readonly string[];
  /** Titles, tags and ids, lower-cased. */
  readonly haystack: string;
}

const within = (value: number, range: { readonly from: number; readonly to: number | null }): boolean =>
  value >= range.from && (range.to === null || value < range.to);

function matches({ row, source, sessionId, types, tags, haystack }: Listed, query: EpisodeQuery): boolean {
  return (
    (query.origin === undefined || row.origin === query.origin) &&
    (query.status === undefined || (query.status === 'kept') === (row.dropped === null)) &&
    (query.reason === undefined || row.dropped?.reason === query.reason) &&
    (query.redacted === undefined || Object.hasOwn(types, query.redacted)) &&
    (query.source === undefined || source === query.source) &&
    (query.session === undefined || sessionId === query.session) &&
    (query.tokens === undefined || within(row.tokens, query.tokens)) &&
    (query.toolCalls === undefined || within(row.toolCalls, query.toolCalls)) &&
    (query.cluster === undefined || row.cluster === query.cluster) &&
    (query.tags === undefined || query.tags.every((tag) => tags.includes(tag))) &&
    (query.text === undefined || haystack.includes(query.text.toLowerCase()))
  );
}

export function pageOf(listed: Iterable<Listed>, query: EpisodeQuery): EpisodePage {
  const rows: EpisodeRow[] = [];
  let total = 0;
  for (const item of listed) {
    if (!matches(item, query)) continue;
    if (total >= query.offset && rows.length < query.limit) rows.push(item.row);
    total += 1;
  }
  return { total, rows };
}
