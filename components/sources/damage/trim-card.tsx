'use client';

import { TRIM_CALL_POLICIES, TRIM_POLICIES } from '@/lib/core/recipe.ts';
import { showTagged, useWorkspace, workspace } from '@/lib/state/app.ts';
import { formatCount, formatShare, plural } from '@/lib/state/figures.ts';
import { changeReading, TRIM_CALL_WORDS, TRIM_WORDS } from '@/lib/state/reading-edits.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';
import type { DamageReport } from '@/workers/protocol.ts';
import { Card } from '../../ui/card.tsx';
import { SelectField } from '../../ui/field.tsx';
import { TrimFacts } from './trim-facts.tsx';

/** Sessions whose agent shortened its own results: what there is of it, and what to do. */
export function TrimCard({ report: { trims, figures } }: { readonly report: DamageReport }) {
  const { trims: policy, trimCalls } = useWorkspace((state) => recipeOf(state).reading);
  const any = trims.results + trims.calls + trims.pending > 0;
  return (
    <Card
      title="Shortened results"
      note="An agent can shorten its own earlier results on disk. What it wrote before that, it wrote with more in view."
    >
      {any ? (
        <div className="mb-3 border-b border-line pb-3">
          <TrimFacts
            trims={trims}
            more={[
              ['sessions with any', formatCount(trims.sessions)],
              [
                'kept episodes affected',
                `${formatCount(trims.episodesAffected)}${figures.kept > 0 ? ` (${formatShare(trims.episodesAffected / figures.kept)})` : ''}`,
              ],
            ]}
          />
          {trims.hygiene > 0 ? (
            <button
              type="button"
              className="mt-1.5 rounded text-left text-accent underline decoration-line underline-offset-2 hover:decoration-accent"
              onClick={() => showTagged(['context-hygiene'])}
            >
              {plural(trims.hygiene, 'episode')} of context hygiene: read {trims.hygiene === 1 ? 'it' : 'them'}
            </button>
          ) : (
            <p className="mt-1.5 text-xs text-mute">No episode teaches when to shorten what is in view.</p>
          )}
        </div>
      ) : (
        <p className="mb-2 text-mute">None in what was read.</p>
      )}
      <div className="grid gap-2">
        <div>
          <SelectField
            label="Shortened results"
            value={policy}
            options={options(TRIM_WORDS, 'restore')}
            onChange={(value) =>
              workspace.edit(
                changeReading('change what is done about shortened results', { trims: value as typeof policy }),
              )
            }
          />
          <p className="mt-0.5 text-xs text-mute">{TRIM_POLICIES[policy]}</p>
        </div>
        <div>
          <SelectField
            label="Calls that shortened them"
            value={trimCalls}
            options={options(TRIM_CALL_WORDS, 'rebuild')}
            onChange={(value) =>
              workspace.edit(
                changeReading('change what is done about calls that shorten', { trimCalls: value as typeof trimCalls }),
              )
            }
          />
          <p className="mt-0.5 text-xs text-mute">{TRIM_CALL_POLICIES[trimCalls]}</p>
        </div>
      </div>
    </Card>
  );
}

const options = (words: Readonly<Record<string, string>>, usual: string) =>
  Object.entries(words).map(([value, label]) => ({ value, label: value === usual ? `${label} (usual)` : label }));
