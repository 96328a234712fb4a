'use client';

import { browsers, useBrowser, useWorkspace, workspace } from '@/lib/state/app.ts';
import { formatCount } from '@/lib/state/figures.ts';
import { changeKey, choosePlaceholders } from '@/lib/state/placeholder-key.ts';
import { switchType } from '@/lib/state/recipe-edits.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';
import { SelectField, TextField } from '../ui/field.tsx';

const browser = browsers.redact;
const STYLES = [
  { value: 'numbered', label: 'Numbered: EMAIL_1' },
  { value: 'keyed', label: 'Same in every episode' },
  { value: 'surrogate', label: 'Stand-ins that look alike' },
] as const;

/** Placeholder types with their counts: the name filters the list, the box says whether it is replaced. */
export function TypeList() {
  const types = useWorkspace((state) => state.summary?.redaction.types) ?? [];
  const { off, placeholders } = useWorkspace((state) => recipeOf(state).redaction);
  const key = useWorkspace((state) => recipeOf(state).key);
  const chosen = useBrowser(browser, (state) => state.filter.redacted);
  const found = new Set(types.map(({ type }) => type));
  const rows = [...types, ...off.filter((type) => !found.has(type)).map((type) => ({ type, count: 0, episodes: 0 }))];
  return (
    <div className="md:mb-4">
      <h2 className="mb-1 text-xs text-mute">Replaced, by type</h2>
      {rows.length === 0 ? (
        <p className="mb-2 text-mute">Nothing was found. Best effort: look through some episodes.</p>
      ) : null}
      <ul className="mb-3 max-md:flex max-md:gap-3 max-md:overflow-x-auto max-md:pb-1">
        {rows.map(({ type, count, episodes }) => (
          <li key={type} className="flex shrink-0 items-center gap-1.5">
            <input
              type="checkbox"
              aria-label={`Replace ${type}`}
              title={off.includes(type) ? 'Left as it is' : 'Replaced'}
              checked={!off.includes(type)}
              onChange={(event) => workspace.edit(switchType(type, event.target.checked))}
            />
            <button
              type="button"
              aria-pressed={chosen === type}
              title={`in ${formatCount(episodes)} episodes`}
              className={`flex min-h-6 min-w-0 flex-1 justify-between gap-2 rounded px-1.5 text-left ${chosen === type ? 'bg-accent-soft text-accent' : 'hover:bg-soft'}`}
              onClick={() => browser.filterBy({ redacted: chosen === type ? undefined : type })}
            >
              <span className={`truncate ${off.includes(type) ? 'text-mute line-through' : ''}`}>{type}</span>
              <span className="text-mute">{formatCount(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      <SelectField
        label="Placeholders"
        value={placeholders}
        options={STYLES}
        onChange={(value) => {
          const style = STYLES.find((known) => known.value === value);
          if (style) workspace.edit(choosePlaceholders(style.value));
        }}
      />
      {placeholders === 'keyed' ? (
        <div className="mt-2">
          <TextField
            label="Key"
            value={key}
            hint="A value is named by this key, in every dataset made with it. It stays in this browser and is never exported: note it down to use it again."
            onChange={(text) => workspace.edit(changeKey(text))}
          />
        </div>
      ) : null}
    </div>
  );
}
