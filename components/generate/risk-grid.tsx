'use client';

import type { ReactNode } from 'react';
import { showTagged } from '@/lib/state/app.ts';
import { plural, sayCode } from '@/lib/state/figures.ts';
import type { RiskGrid as Grid, RiskCell } from '@/workers/protocol.ts';
import { ScrollFrame } from '../ui/scroll-frame.tsx';

/** Per cent of the colour in the fullest field; more would cost the figures their contrast. By roots: one full field leaves the rest apart. */
const STRONGEST = 40;
const FAINTEST = 8;

/** A heat map whose fields filter Curate. A dot is a field that makes sense and is empty. */
export function RiskGrid({ grid: { risks, channels, cells } }: { readonly grid: Grid }) {
  const most = Math.max(1, ...cells.map(({ made }) => made));
  const cellOf = (risk: string, channel: string) =>
    cells.find((cell) => cell.risk === risk && cell.channel === channel);
  return (
    <ScrollFrame label="Attacks, by source of risk and channel" className="@container relative">
      <HeatMap
        className="@max-[519px]:hidden"
        rows={risks}
        columns={channels}
        field={(risk, channel) => <Field cell={cellOf(risk, channel)} most={most} />}
      />
      {/* Turned round where there is no room for a column a channel. */}
      <HeatMap
        className="@min-[520px]:hidden"
        rows={channels}
        columns={risks}
        field={(channel, risk) => <Field cell={cellOf(risk, channel)} most={most} />}
      />
    </ScrollFrame>
  );
}

function HeatMap({
  rows,
  columns,
  field,
  className,
}: {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  field(row: string, column: string): ReactNode;
  readonly className: string;
}) {
  return (
    <table className={`w-full border-separate border-spacing-0.5 ${className}`}>
      <thead>
        <tr>
          <td className="sticky left-0 bg-pane" />
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className="h-28 min-w-6 px-0 pb-1 align-bottom text-xs font-medium text-mute @min-[520px]:min-w-8"
            >
              <span className="inline-block rotate-180 whitespace-nowrap [writing-mode:vertical-rl]">
                {sayCode(column)}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th
              scope="row"
              className="sticky left-0 bg-pane pr-2 text-left text-sm font-normal text-mute @min-[640px]:whitespace-nowrap"
            >
              {sayCode(row)}
            </th>
            {columns.map((column) => (
              <td key={column} className="p-0 text-center">
                {field(row, column)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Field({ cell, most }: { readonly cell: RiskCell | undefined; readonly most: number }) {
  if (!cell) return null;
  if (cell.made === 0)
    return (
      <span className="block h-7 rounded-sm bg-soft leading-7 text-mute">
        <span aria-hidden="true">·</span>
        <span className="sr-only">none</span>
      </span>
    );
  const strength = FAINTEST + (STRONGEST - FAINTEST) * Math.sqrt(cell.made / most);
  const said = `${sayCode(cell.risk)} by ${sayCode(cell.channel)}: ${plural(cell.made, 'episode')}, ${cell.kept} kept`;
  return (
    <button
      type="button"
      title={said}
      aria-label={`${said}, read them`}
      className="block h-7 w-full min-w-6 rounded-sm hover:outline-2 hover:outline-adversarial"
      style={{ background: `color-mix(in srgb, var(--adversarial) ${strength.toFixed(1)}%, var(--pane))` }}
      onClick={() => showTagged(cell.tags)}
    >
      {cell.made}
    </button>
  );
}
