import { formatCount, plural } from '@/lib/state/figures.ts';
import type { SessionOverview } from '@/workers/protocol.ts';
import { Chip } from '../../ui/chip.tsx';

const DESCRIPTION_CHARS = 300;

/** The tools that the model was offered, and those that it called. */
export function Tools({ overview: { tools } }: { readonly overview: SessionOverview }) {
  if (tools.length === 0) return <p className="text-mute">No tools were recorded, and none were called.</p>;
  const whole = tools.filter((tool) => tool.whole).length;
  return (
    <>
      <p className="mb-2 text-sm text-mute">
        {plural(tools.length, 'tool')}, {whole === tools.length ? 'all' : formatCount(whole)} with a whole definition
      </p>
      <table className="w-full border-collapse">
        <thead>
          <tr className="text-left text-xs text-mute">
            <th className="py-1 pr-3 font-medium">Tool</th>
            <th className="py-1 pr-3 text-right font-medium">Calls</th>
            <th className="py-1 font-medium">Description</th>
          </tr>
        </thead>
        <tbody>
          {tools.map(({ name, calls, description, whole: isWhole }) => (
            <tr key={name} className="border-t border-line align-top">
              <td className="py-1.5 pr-3 font-mono text-sm">{name}</td>
              <td className="py-1.5 pr-3 text-right">{calls > 0 ? formatCount(calls) : '–'}</td>
              <td className="py-1.5 text-sm text-mute">
                {isWhole ? null : (
                  <Chip tone="warn">{description ? 'its definition is damaged' : 'only its name is known'}</Chip>
                )}{' '}
                {description.length > DESCRIPTION_CHARS ? `${description.slice(0, DESCRIPTION_CHARS)}…` : description}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
