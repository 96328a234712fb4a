import { formatCount, sayCode } from '@/lib/state/figures.ts';
import type { EpisodeView } from '@/workers/protocol.ts';
import { Chip } from '../ui/chip.tsx';

export function Provenance({ view }: { readonly view: EpisodeView }) {
  const damage = Object.entries(view.damage);
  const facts = [
    ...view.provenance,
    ...(view.row.dropped
      ? [{ name: 'left out', value: `${sayCode(view.row.dropped.reason)} (${view.row.dropped.stage})` }]
      : []),
  ];
  return (
    <div className="grid gap-4">
      <dl className="grid grid-cols-[120px_minmax(0,1fr)] gap-x-3 gap-y-1.5">
        {facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-mute">{sayCode(name)}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {damage.length > 0 ? (
        <ul className="flex flex-wrap gap-1">
          {damage.map(([code, count]) => (
            <li key={code}>
              <Chip tone="warn">
                {formatCount(count)} {sayCode(code)}
              </Chip>
            </li>
          ))}
        </ul>
      ) : null}
      {view.tags.length > 0 ? (
        <ul className="flex flex-wrap gap-1">
          {view.tags.map((tag) => (
            <li key={tag}>
              <Chip>{tag}</Chip>
            </li>
          ))}
        </ul>
      ) : null}
      {view.tools.length > 0 ? (
        <div>
          <h3 className="mb-1 text-xs text-mute">Tools offered to the model</h3>
          <dl className="grid gap-1">
            {view.tools.map((tool) => (
              <div key={tool.name}>
                <dt className="inline font-mono text-sm">{tool.name}</dt>{' '}
                <dd className="inline text-sm text-mute">{tool.description.slice(0, 200)}</dd>
              </div>
            ))}
          </dl>
        </div>
      ) : null}
    </div>
  );
}
