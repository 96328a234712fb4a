'use client';

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
    <ScrollFrame label="Attacks, by source of risk and channel" className="relative">
      <table className="w-full border-separate border-spacing-0.5">
        <thead>
          <tr>
            <td className="sticky left-0 bg-pane" />
            {channels.map((channel) => (
              <th
                key={channel}
                scope="col"
                className="h-28 min-w-8 px-0 pb-1 align-bottom text-xs font-medium text-mute"
              >
                <span className="inline-block rotate-180 whitespace-nowrap [writing-mode:vertical-rl]">
                  {sayCode(channel)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {risks.map((risk) => (
            <tr key={risk}>
              <th
                scope="row"
                className="sticky left-0 bg-pane pr-2 text-left text-sm font-normal text-mute sm:whitespace-nowrap"
              >
                {sayCode(risk)}
              </th>
              {channels.map((channel) => (
                <td key={channel} className="p-0 text-center">
                  <Field cell={cellOf(risk, channel)} most={most} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
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
      className="block h-7 w-full min-w-8 rounded-sm hover:outline-2 hover:outline-adversarial"
      style={{ background: `color-mix(in srgb, var(--adversarial) ${strength.toFixed(1)}%, var(--pane))` }}
      onClick={() => showTagged(cell.tags)}
    >
      {cell.made}
    </button>
  );
}
