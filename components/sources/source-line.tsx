'use client';

import { type Ref, useState } from 'react';
import { reportOn, sessionBrowser, showEpisodesOf, useWorkspace, view, workspace } from '@/lib/state/app.ts';
import { formatBytes, formatCount } from '@/lib/state/figures.ts';
import { removeGenerator } from '@/lib/state/recipe-edits.ts';
import { type Condition, conditionsOf, labelOf, longVersion, removalOf, splitPath } from '@/lib/state/source-words.ts';
import type { SourceRow, Summary } from '@/workers/protocol.ts';
import { Chip } from '../ui/chip.tsx';
import { IconButton } from '../ui/icon-button.tsx';

/** Chips shown before the line is opened, where there is room; the first of them everywhere. */
const FIRST_CHIPS = 3;

/** Keys move from one to the next. */
export const sourceButtonId = (place: number): string => `source-${place}`;

export function SourceLine({
  row,
  place,
  meanings,
  ref,
}: {
  readonly row: SourceRow;
  readonly place: number;
  readonly meanings: Summary['meanings'];
  readonly ref: Ref<HTMLTableRowElement>;
}) {
  const [open, setOpen] = useState(false);
  const { name, folder } = splitPath(row.path);
  const conditions = conditionsOf(row, meanings);
  const real = row.origin === 'real';
  const details = [longVersion(row), folder].filter(Boolean).join(' · ');
  const look = () => {
    view.setState({ sourcePlace: place });
    sessionBrowser.choose({ index: row.index, path: row.path });
  };
  const chips = (
    <>
      <Chips conditions={conditions} open={open} />
      {open && real ? (
        <button
          type="button"
          className="mt-1.5 rounded text-sm text-accent underline decoration-line underline-offset-2 hover:decoration-accent"
          onClick={() => reportOn(row)}
        >
          Damage report of this source
        </button>
      ) : null}
    </>
  );
  return (
    <tr
      ref={ref}
      onClick={(event) => real && !(event.target as Element).closest('button, ul') && look()}
      data-index={place}
      aria-rowindex={place + 2}
      className={`border-t border-line align-top first:border-t-0 hover:bg-bg ${real ? 'cursor-pointer' : ''}`}
    >
      <td className="w-full max-w-0 px-3 py-2 @min-[560px]:w-[32%] @min-[560px]:min-w-[170px]">
        <div className="truncate" title={row.path}>
          {real ? (
            <button
              id={sourceButtonId(place)}
              type="button"
              aria-label={`Sessions of ${name}`}
              className="max-w-full truncate rounded text-left underline decoration-transparent underline-offset-2 hover:decoration-accent"
              onClick={look}
            >
              {name}
            </button>
          ) : (
            name
          )}
        </div>
        <div className="truncate text-sm text-mute" title={folder}>
          <span className="@min-[640px]:hidden">{[labelOf(row), ''].join(details ? ' · ' : '')}</span>
          {details}
        </div>
        <div className="mt-1 @min-[560px]:hidden">{chips}</div>
      </td>
      <td className="px-3 py-2 whitespace-nowrap @max-[640px]:hidden">
        {real ? labelOf(row) : <Chip tone={row.origin}>{row.label}</Chip>}
      </td>
      <td className="px-3 py-2 text-right @max-[820px]:hidden">{real ? formatCount(row.sessions) : '–'}</td>
      <td className="px-3 py-2 text-right">
        {row.episodes > 0 ? (
          <button
            type="button"
            title="Read them in Curate"
            className="rounded underline decoration-line decoration-2 underline-offset-3 hover:decoration-accent"
            onClick={() => showEpisodesOf(row.index)}
          >
            {formatCount(row.episodes)}
            <span className="sr-only"> episodes of {name}, read them</span>
          </button>
        ) : (
          0
        )}
      </td>
      <td className="px-3 py-2 text-right whitespace-nowrap @max-[720px]:hidden">
        {real ? formatBytes(row.size) : '–'}
      </td>
      <td className="min-w-[170px] px-3 py-2 @max-[560px]:hidden">{chips}</td>
      <td className="py-1.5 pr-2 text-right whitespace-nowrap">
        <IconButton
          icon={open ? 'close' : 'open'}
          label={`Condition of ${name}`}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        />
        <RemoveButton row={row} name={name} />
      </td>
    </tr>
  );
}

function Chips({ conditions, open }: { readonly conditions: readonly Condition[]; readonly open: boolean }) {
  if (open)
    return (
      <ul className="grid max-w-[60ch] gap-1">
        {conditions.map((condition) => (
          <li key={condition.text}>
            <Chip tone={condition.tone}>{condition.text}</Chip>{' '}
            <span className="text-sm text-mute">{condition.meaning}</span>
          </li>
        ))}
      </ul>
    );
  return (
    <div className="flex gap-1 overflow-hidden whitespace-nowrap">
      {conditions.slice(0, FIRST_CHIPS).map((condition, at) => (
        <span key={condition.text} className={at === 0 ? 'min-w-0 truncate' : '@max-[1000px]:hidden'}>
          <Chip tone={condition.tone} title={condition.meaning}>
            {condition.text}
          </Chip>
        </span>
      ))}
      <More count={conditions.length - 1} className="@min-[1000px]:hidden" />
      <More count={conditions.length - FIRST_CHIPS} className="@max-[1000px]:hidden" />
    </div>
  );
}

const More = ({ count, className }: { readonly count: number; readonly className: string }) =>
  count > 0 ? (
    <span className={`shrink-0 text-xs leading-[18px] text-mute ${className}`}>
      +{count}
      <span className="sr-only"> more</span>
    </span>
  ) : null;

function RemoveButton({ row, name }: { readonly row: SourceRow; readonly name: string }) {
  const generatorAt = useWorkspace((state) =>
    (state.summary?.sources ?? [])
      .filter((source) => source.origin !== 'real')
      .findIndex((source) => source.index === row.index),
  );
  const removed = removalOf(row.path);
  const remove = () => {
    if (row.origin === 'real') void workspace.removeSource(removed);
    else workspace.edit(removeGenerator(generatorAt));
  };
  const label = removed === row.path ? `Remove ${name}` : `Remove ${splitPath(removed).name} with all that is in it`;
  return <IconButton icon="remove" label={label} onClick={remove} />;
}
