'use client';

import { useBrowser, useWorkspace } from '@/lib/state/app.ts';
import type { EpisodeBrowser, EpisodeFilter } from '@/lib/state/episode-browser.ts';
import { formatCount, plural, sayCode } from '@/lib/state/figures.ts';
import { SEARCH_ID } from '@/lib/state/shortcuts.ts';
import { splitPath } from '@/lib/state/source-words.ts';

/** The search field, and every filter that is on with the way to take it off. */
export function ListHead({ browser }: { readonly browser: EpisodeBrowser }) {
  const total = useBrowser(browser, (state) => state.total);
  const filter = useBrowser(browser, (state) => state.filter);
  const sourcePath = useWorkspace((state) => state.summary?.sources.find(({ index }) => index === filter.source)?.path);
  const say = (key: keyof EpisodeFilter) =>
    key === 'source' && sourcePath ? splitPath(sourcePath).name : sayFilter(key, filter);
  const on = Object.keys(filter).filter((key) => key !== 'text') as (keyof EpisodeFilter)[];
  return (
    <div className="border-b border-line px-3 py-2">
      <input
        id={SEARCH_ID}
        type="search"
        aria-label="Search episodes"
        placeholder="Search titles, tags and ids"
        defaultValue={filter.text ?? ''}
        className="w-full rounded-md border border-edge bg-bg px-2 py-1 placeholder:text-mute"
        onChange={(event) => browser.filterBy({ text: event.target.value || undefined })}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <div className="mt-1.5 flex flex-wrap items-center gap-1 text-xs text-mute">
        <span>{total === null ? 'Loading' : plural(total, 'episode')}</span>
        {on.map((key) => (
          <button
            key={key}
            type="button"
            aria-label={`Take off filter ${say(key)}`}
            className="rounded bg-accent-soft px-1.5 text-accent hover:brightness-95"
            onClick={() => browser.filterBy({ [key]: undefined })}
          >
            {say(key)} ×
          </button>
        ))}
      </div>
    </div>
  );
}

function sayFilter(key: keyof EpisodeFilter, filter: EpisodeFilter): string {
  const value = filter[key];
  if (value === undefined) return '';
  if (key === 'tags') return filter.tags?.map((tag) => sayCode(tag.replace(/^[a-z]+:/, ''))).join(' · ') ?? '';
  if (typeof value === 'object' && 'from' in value) {
    const unit = key === 'tokens' ? 'tokens' : 'calls';
    return value.to === null
      ? `${formatCount(value.from)} or more ${unit}`
      : `${formatCount(value.from)} to ${formatCount(value.to - 1)} ${unit}`;
  }
  if (key === 'cluster') return 'near-duplicates';
  return sayCode(String(value));
}
