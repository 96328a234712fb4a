import { SOURCE_KINDS } from '../formats/source.ts';
import type { State } from '../passes/state.ts';
import { totalOf } from '../text/counts.ts';
import { estimateTokens } from '../text/tokens.ts';
import type { Listed } from './episode-page.ts';

export type { Listed } from './episode-page.ts';

/** Every episode as lists and filters see it, by ordinal. */
export function listEpisodes({ members, segments, decisions }: State): readonly Listed[] {
  const firsts = new Map(
    segments.map((segment, at) => [
      segment,
      segments.slice(0, at).reduce((sum, before) => sum + before.sources.length, 0),
    ]),
  );
  return members.map(({ entry, segment }, ordinal): Listed => {
    const { fingerprint } = entry;
    const fate = decisions.fates[ordinal];
    const source = segment.sources[entry.source];
    return {
      row: {
        ordinal,
        id: entry.id,
        title: entry.title,
        origin: fingerprint.origin,
        outcome: fingerprint.outcome,
        messages: fingerprint.messages,
        toolCalls: fingerprint.toolCalls,
        tokens: estimateTokens(fingerprint.chars),
        redactions: totalOf(entry.types),
        damage: totalOf(entry.damage),
        split: fate?.split ?? null,
        dropped: fate?.dropped ?? null,
        cluster: fate?.cluster ?? null,
        sourceLabel: source ? `${SOURCE_KINDS[source.kind]} · ${source.path}` : '',
      },
      source: (firsts.get(segment) ?? 0) + entry.source,
      sessionId: entry.sessionId,
      types: entry.types,
      tags: fingerprint.tags,
      haystack: [entry.title, entry.id, ...fingerprint.tags].join('\n').toLowerCase(),
    };
  });
}
