'use client';

import { useState } from 'react';
import { useWorkspace, workspace } from '@/lib/state/app.ts';
import { switchPreset } from '@/lib/state/recipe-edits.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';
import type { PresetView } from '@/workers/protocol.ts';
import { Card } from '../ui/card.tsx';
import { ScrollFrame } from '../ui/scroll-frame.tsx';

/** Trainers' own shapes: which to write, and what a row of each looks like. */
export function Presets() {
  const presets = useWorkspace((state) => state.presets);
  const written = useWorkspace((state) => recipeOf(state).output.presets);
  const [shownId, setShownId] = useState<string | null>(null);
  const shown =
    presets?.find(({ id }) => id === shownId) ?? presets?.find(({ id }) => written.includes(id)) ?? presets?.[0];
  return (
    <Card title="Outputs" note="Canonical rows are always written; tick what your trainer reads.">
      {presets === null ? (
        <p className="text-mute">Making examples…</p>
      ) : (
        <div className="grid gap-3 md:grid-cols-[230px_minmax(0,1fr)]">
          <ul className="grid content-start gap-px">
            {presets.map((preset) => (
              <li key={preset.id} className="flex items-center gap-2">
                <input
                  type="checkbox"
                  aria-label={`Write ${preset.label}`}
                  checked={written.includes(preset.id)}
                  onChange={(event) => workspace.edit(switchPreset(preset.id, event.target.checked))}
                />
                <button
                  type="button"
                  aria-pressed={preset.id === shown?.id}
                  className={`min-h-7 flex-1 rounded px-1.5 text-left ${preset.id === shown?.id ? 'bg-accent-soft text-accent' : 'hover:bg-soft'}`}
                  onClick={() => setShownId(preset.id)}
                >
                  {preset.label}
                </button>
              </li>
            ))}
          </ul>
          {shown ? <Example preset={shown} /> : null}
        </div>
      )}
    </Card>
  );
}

function Example({ preset }: { readonly preset: PresetView }) {
  return (
    <div className="grid min-w-0 content-start gap-2">
      <Code title={`A row of ${preset.label}`} text={preset.example || 'No row yet.'} />
      {preset.config ? <Code title="How to load it" text={preset.config} /> : null}
      {preset.losses.length > 0 ? (
        <div>
          <h3 className="text-xs text-mute">What this shape cannot hold</h3>
          <ul className="list-disc pl-4 text-sm">
            {preset.losses.map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

/** Enough to see the shape; the zip has the rest. */
const SHOWN = 6000;

const Code = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <div className="min-w-0">
    <h3 className="mb-1 text-xs text-mute">{title}</h3>
    <ScrollFrame label={title} className="max-h-64 rounded-md bg-soft p-2.5">
      <pre className="font-mono text-sm whitespace-pre-wrap break-words">
        {text.length > SHOWN ? `${text.slice(0, SHOWN)}\n…` : text}
      </pre>
    </ScrollFrame>
  </div>
);
