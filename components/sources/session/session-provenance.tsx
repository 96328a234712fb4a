'use client';

import type { ReactNode } from 'react';
import { useWorkspace } from '@/lib/state/app.ts';
import { formatCount, plural, sayCode } from '@/lib/state/figures.ts';
import { TRIM_CALL_WORDS, TRIM_WORDS } from '@/lib/state/reading-edits.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';
import type { SessionOverview } from '@/workers/protocol.ts';
import { Chip } from '../../ui/chip.tsx';
import { TrimFacts } from '../damage/trim-facts.tsx';

/** Which files hold the session, which of them is read, and what was put right from where. */
export function SessionProvenance({ overview }: { readonly overview: SessionOverview }) {
  const { id, path, label, version, copies, repairs, repaired, damage, warnings, provenance, trims } = overview;
  const reading = useWorkspace((state) => recipeOf(state).reading);
  const elsewhere = copies.some(({ used }) => used);
  const files = [
    { path, label: version ? `${label} ${version}` : label, userTurns: overview.counts.user, used: !elsewhere },
    ...copies,
  ];
  return (
    <div className="grid gap-4">
      <Part title="Files that hold it">
        <ul className="grid gap-1">
          {files.map((file) => (
            <li key={`${file.label} ${file.path}`} className="flex flex-wrap items-baseline gap-x-3">
              <span className="min-w-0 break-all">{file.path}</span>
              <span className="text-sm text-mute">
                {file.label}, {plural(file.userTurns, 'user turn')}
              </span>
              {file.used ? <Chip tone="ok">its copy is read</Chip> : <Chip>not read: another one is</Chip>}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Whole in another copy">
        {repairs.length === 0 ? (
          <p className="text-mute">{Object.keys(repaired).length > 0 ? null : 'Nothing.'}</p>
        ) : null}
        <ul>
          {repairs.map(({ code, from, count }) => (
            <li key={`${code} ${from}`}>
              {formatCount(count)} {sayCode(code)}{' '}
              <span className="text-mute">
                {elsewhere ? 'stand whole in the copy that is read' : `put right from: ${from.toLowerCase()}`}
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Counted title="Damage" counts={damage} />
      {trims ? (
        <Part title="Results that the agent shortened">
          <TrimFacts
            trims={trims}
            more={[
              ['policy', TRIM_WORDS[reading.trims].toLowerCase()],
              ['policy for the calls', TRIM_CALL_WORDS[reading.trimCalls].toLowerCase()],
            ]}
          />
        </Part>
      ) : null}
      {warnings.length > 0 ? (
        <Part title="Warnings of the file">
          <p>{warnings.map(sayCode).join(', ')}</p>
        </Part>
      ) : null}
      <Part title="Read as">
        <dl className="grid grid-cols-[120px_minmax(0,1fr)] gap-x-3 gap-y-0.5">
          {[{ name: 'session id', value: id }, ...provenance].map(({ name, value }) => (
            <div key={name} className="contents">
              <dt className="text-mute">{name}</dt>
              <dd className="break-all">{value}</dd>
            </div>
          ))}
        </dl>
      </Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1 text-xs text-mute">{title}</h3>
      {children}
    </div>
  );
}

function Counted({ title, counts }: { readonly title: string; readonly counts: Readonly<Record<string, number>> }) {
  const meanings = useWorkspace((state) => state.summary?.meanings);
  const codes = Object.entries(counts);
  return (
    <Part title={title}>
      {codes.length === 0 ? <p className="text-mute">None.</p> : null}
      <ul className="grid gap-0.5">
        {codes.map(([code, count]) => (
          <li key={code}>
            {formatCount(count)} {sayCode(code)} <span className="text-mute">{meanings?.[code] ?? ''}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
