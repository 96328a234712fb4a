'use client';

import { type FormEvent, useId, useState } from 'react';
import { useWorkspace, workspace } from '@/lib/state/app.ts';
import { changeRedaction } from '@/lib/state/recipe-edits.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';
import { Button } from '../ui/button.tsx';

export function WordLists() {
  const { words, allow } = useWorkspace((state) => recipeOf(state).redaction);
  const own = useWorkspace((state) => state.summary?.redaction.types.find(({ type }) => type === 'PRIVATE'));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <WordList
        title="Your own words"
        note={own ? `Replaced ${own.count} times.` : 'Replaced wherever they occur.'}
        button="Replace"
        values={words}
        onChange={(next) => workspace.edit(changeRedaction('change your own words', { words: next }))}
      />
      <WordList
        title="Leave alone"
        note="Values that are never replaced."
        button="Leave"
        values={allow}
        onChange={(next) => workspace.edit(changeRedaction('change the values left alone', { allow: next }))}
      />
    </div>
  );
}

function WordList({
  title,
  note,
  button,
  values,
  onChange,
}: {
  readonly title: string;
  readonly note: string;
  readonly button: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}) {
  const id = useId();
  const [draft, setDraft] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    const value = draft.trim();
    setDraft('');
    if (value && !values.includes(value)) onChange([...values, value]);
  };
  return (
    <div>
      <label htmlFor={id} className="text-xs text-mute">
        {title}
      </label>
      <form onSubmit={add} className="mt-0.5 flex gap-1.5">
        <input
          id={id}
          value={draft}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-note`}
          className="min-w-0 flex-1 rounded-md border border-edge bg-bg px-2 py-1"
          onChange={(event) => setDraft(event.target.value)}
        />
        <Button type="submit">{button}</Button>
      </form>
      <p id={`${id}-note`} className="mt-0.5 text-xs text-mute">
        {note}
      </p>
      <ul className="mt-1 flex flex-wrap gap-1">
        {values.map((value) => (
          <li key={value} className="flex max-w-full items-center rounded bg-soft pl-1.5 text-sm">
            <span className="truncate">{value}</span>
            <button
              type="button"
              aria-label={`Take ${value} off the list`}
              className="grid size-6 place-items-center rounded text-mute hover:text-ink"
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
