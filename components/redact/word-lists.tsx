'use client';

import { type FormEvent, useId, useRef, useState } from 'react';
import { useWorkspace, workspace } from '@/lib/state/app.ts';
import { changeRedaction } from '@/lib/state/recipe-edits.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';
import type { MatchQuery } from '@/workers/protocol.ts';
import { Button } from '../ui/button.tsx';
import { LiveCount, useMatchCount } from './live-count.tsx';

/** The person's own words, patterns and exceptions, each with its count over the whole drop. */
export function WordLists() {
  const { words, patterns, allow } = useWorkspace((state) => recipeOf(state).redaction);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <WordList
        kind="word"
        title="Your own words"
        note="Replaced wherever they occur, in any case: names, customers, projects. They stay in this browser and are never exported."
        button="Replace"
        values={words}
        onChange={(next) => workspace.edit(changeRedaction('change your own words', { words: next }))}
      />
      <WordList
        kind="pattern"
        title="Your own patterns"
        note="Regular expressions in RE2 syntax, such as ACME-[0-9]{4}. They run in linear time; look-around and back-references are not in them."
        button="Replace matches"
        values={patterns}
        onChange={(next) => workspace.edit(changeRedaction('change your own patterns', { patterns: next }))}
      />
      <WordList
        kind="value"
        title="Leave alone"
        note="Values that are never replaced, to the letter. These are written into recipe.json, like the places where they stand."
        button="Leave"
        values={allow}
        onChange={(next) => workspace.edit(changeRedaction('change the values left alone', { allow: next }))}
      />
    </div>
  );
}

interface ListProps {
  readonly kind: MatchQuery['kind'];
  readonly title: string;
  readonly note: string;
  readonly button: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

function WordList({ kind, title, note, button, values, onChange }: ListProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState('');
  const wanted = draft.trim();
  const problem = useMatchCount({ kind, text: wanted }, true)?.problem ?? '';
  const unchecked = kind === 'pattern' && useless(wanted);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!wanted || problem || unchecked) return;
    setDraft('');
    field.current?.focus();
    if (!values.includes(wanted)) onChange([...values, wanted]);
  };
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {title}
      </label>
      <p id={`${id}-note`} className="mb-1.5 text-xs text-mute">
        {note}
      </p>
      <form onSubmit={add} className="flex gap-1.5">
        <input
          ref={field}
          id={id}
          value={draft}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-note ${id}-count`}
          aria-invalid={problem !== ''}
          className={`min-w-0 flex-1 rounded-md border bg-bg px-2 py-1 ${problem ? 'border-bad' : 'border-edge'} ${kind === 'pattern' ? 'font-mono text-sm' : ''}`}
          onChange={(event) => setDraft(event.target.value)}
        />
        <Button type="submit" disabled={!wanted || problem !== ''}>
          {button}
        </Button>
      </form>
      <p id={`${id}-count`} aria-live="polite" className="mt-0.5 min-h-4 text-xs text-mute">
        <LiveCount kind={kind} text={wanted} draft />
      </p>
      <ul className="mt-1 grid gap-1">
        {values.map((value) => (
          <li key={value} className="flex max-w-full items-center gap-2 rounded bg-soft pl-2 text-sm">
            <span dir="auto" className={`min-w-0 truncate ${kind === 'pattern' ? 'font-mono' : ''}`}>
              {value}
            </span>
            <span className="ml-auto shrink-0 text-xs text-mute">
              <LiveCount kind={kind} text={value} />
            </span>
            <button
              type="button"
              aria-label={`Take ${value} off the list`}
              className="grid size-7 shrink-0 place-items-center rounded text-mute hover:text-ink"
              onClick={() => onChange(values.filter((other) => other !== value))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Told before the worker has answered: an Enter must not outrun it. */
const useless = (pattern: string): boolean => {
  try {
    return new RegExp(pattern).test('');
  } catch {
    return !/^\(\?/.test(pattern);
  }
};
