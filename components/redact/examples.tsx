'use client';

import { browsers, questions, reviewEpisode, useBrowser, useWorkspace } from '@/lib/state/app.ts';
import { formatCount, plural } from '@/lib/state/figures.ts';
import { useAnswer } from '@/lib/state/use-answer.ts';
import { Button } from '../ui/button.tsx';

const LIMIT = 12;
const browser = browsers.redact;

/** Where values of a type stood, with their surroundings; the values themselves only in the episode, when asked for. */
export function Examples() {
  const types = useWorkspace((state) => state.summary?.redaction.types) ?? [];
  const revision = useWorkspace((state) => state.revision);
  const filtered = useBrowser(browser, (state) => state.filter.redacted);
  const type = types.find((item) => item.type === filtered)?.type ?? types[0]?.type ?? '';
  const { value, problem } = useAnswer(type ? `${revision} ${type}` : null, () => questions.examples(type, LIMIT));
  if (types.length === 0) return <p className="text-mute">Nothing was replaced, so there is nothing to show.</p>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap gap-1.5">
        {types.map((item) => (
          <button
            key={item.type}
            type="button"
            aria-pressed={item.type === type}
            title={`in ${plural(item.episodes, 'episode')}`}
            className={`min-h-6 rounded px-2 text-sm ${item.type === type ? 'bg-accent-soft font-semibold text-accent' : 'bg-soft hover:text-accent'}`}
            onClick={() => browser.filterBy({ redacted: item.type })}
          >
            {item.type} {formatCount(item.count)}
          </button>
        ))}
      </div>
      {problem ? <p className="text-bad">{problem}</p> : null}
      <ul className="grid gap-1.5">
        {(value ?? []).map((example) => (
          <li
            key={`${example.ordinal} ${example.role} ${example.placeholder} ${example.before}`}
            className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line pb-1.5"
          >
            <span className="w-16 shrink-0 text-xs text-mute">{example.role}</span>
            <p dir="auto" className="min-w-60 flex-1 break-words max-sm:order-last max-sm:w-full">
              {example.before}
              <mark className="rounded bg-warn-soft px-0.5 font-semibold text-warn">{example.placeholder}</mark>
              {example.after}
            </p>
            <Button
              aria-label={`Open the episode of ${example.placeholder}`}
              title={example.title}
              onClick={() => reviewEpisode(example.ordinal, { type, message: example.message })}
            >
              Open
            </Button>
          </li>
        ))}
      </ul>
      <p className="text-xs text-mute">
        Up to {LIMIT} places, two of an episode. Open one to decide about it; Reveal values shows what stood there.
      </p>
    </div>
  );
}
