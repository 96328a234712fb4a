'use client';

import { useState } from 'react';
import { browsers, questions, reviewEpisode, useBrowser, useWorkspace } from '@/lib/state/app.ts';
import { capital, formatCount, plural } from '@/lib/state/figures.ts';
import { useAnswer } from '@/lib/state/use-answer.ts';
import type { FindingExample } from '@/workers/protocol.ts';
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
          <Line
            key={`${example.ordinal} ${example.message} ${example.placeholder} ${example.before}`}
            example={example}
            type={type}
          />
        ))}
      </ul>
      <p className="text-xs text-mute">
        Up to {LIMIT} places, two of an episode. Reveal shows what stood there until you go elsewhere; open one to
        decide about it.
      </p>
    </div>
  );
}

/** The value is asked for when it is to be seen, and held by nothing but this line. */
function Line({ example, type }: { readonly example: FindingExample; readonly type: string }) {
  const { ordinal, message, placeholder, role, before, after, title } = example;
  const [value, setValue] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const reveal = async () => {
    const answer = await questions.placeholderValue({ ordinal, message, placeholder });
    if (answer.ok) setValue(answer.value);
    setProblem(answer.ok ? '' : capital(answer.error.message));
  };
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line pb-1.5">
      <span className="w-16 shrink-0 text-xs text-mute">{role}</span>
      <p dir="auto" className="min-w-60 flex-1 break-words max-sm:order-last max-sm:w-full">
        {before}
        <mark className="rounded bg-warn-soft px-0.5 font-semibold break-all whitespace-pre-wrap text-warn">
          {value ?? placeholder}
        </mark>
        {after}
        {problem ? <span className="block text-sm text-bad">{problem}.</span> : null}
      </p>
      <span className="ml-auto flex gap-1.5">
        <Button
          aria-label={`${value === null ? 'Reveal' : 'Cover'} the value of ${placeholder}`}
          onClick={value === null ? reveal : () => setValue(null)}
        >
          {value === null ? 'Reveal' : 'Cover'}
        </Button>
        <Button
          aria-label={`Open the episode of ${placeholder}`}
          title={title}
          onClick={() => reviewEpisode(ordinal, { type, message })}
        >
          Open
        </Button>
      </span>
    </li>
  );
}
