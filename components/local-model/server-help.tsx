'use client';

import { useSyncExternalStore } from 'react';
import { SERVERS } from '@/lib/state/local-model/servers.ts';

const never = () => () => undefined;

/** The address of this page; known in the browser only. */
export const useOrigin = (): string =>
  useSyncExternalStore(
    never,
    () => location.origin,
    () => '',
  );

/** What to type for the common servers. */
export function ServerHelp({ title }: { readonly title: string }) {
  const origin = useOrigin();
  return (
    <section aria-label="How to start a server" className="rounded-lg border border-dashed border-edge p-4">
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="mb-3 text-mute">
        Start one of these on this machine, then press Connect. Choose a model that can call tools.
      </p>
      <ul className="grid gap-3 md:grid-cols-2">
        {SERVERS.map(({ name, address, commands, note }) => (
          <li key={name} className="min-w-0 rounded-lg border border-line bg-pane p-3">
            <h3 className="flex flex-wrap items-baseline justify-between gap-x-3 font-semibold">
              {name}
              <code className="font-mono text-sm font-normal text-mute">{address}</code>
            </h3>
            <Commands lines={commands(origin)} />
            <p className="text-sm text-mute">{note}</p>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-mute">
        Opened from the internet rather than from this machine, the page needs your leave: Chrome asks whether it may
        reach apps on this device, and Safari refuses. A copy served here (<code className="font-mono">npm start</code>)
        needs none. In another site’s frame it cannot work: open it in a tab of its own.
      </p>
    </section>
  );
}

export const Commands = ({ lines }: { readonly lines: readonly string[] }) => (
  <pre className="my-1.5 whitespace-pre-wrap break-words rounded-md bg-soft p-2 font-mono text-sm select-all">
    {lines.join('\n')}
  </pre>
);
