import type { EpisodeRow } from '../../workers/protocol.ts';
import type { ReviewChoice } from '../core/recipe.ts';
import { type Edit, excludeEpisodes, putBackEpisodes } from './recipe-edits.ts';

export type Standing = 'kept' | 'excluded' | 'put back' | 'dropped';

/** How an episode stands, the person's newest word counted before the worker has applied it. */
export function standingOf(row: EpisodeRow, review: ReviewChoice): Standing {
  if (review.excluded.includes(row.id)) return 'excluded';
  if (review.kept.includes(row.id)) return 'put back';
  if (!row.dropped || row.dropped.reason === 'excluded') return 'kept';
  return 'dropped';
}

export function toggleStanding(row: EpisodeRow, review: ReviewChoice): Edit {
  const standing = standingOf(row, review);
  return standing === 'kept' || standing === 'put back' ? excludeEpisodes([row.id]) : putBackEpisodes([row.id]);
}
