'use client';

import { sayFailure } from '@/lib/state/local-model/failure-words.ts';
import { useModelPlayer } from '@/lib/state/local-model/page.ts';
import { letPagesIn } from '@/lib/state/local-model/servers.ts';
import { Commands, useOrigin } from './server-help.tsx';

/** Why connecting or playing failed, and what to do about it. */
export function Trouble() {
  const trouble = useModelPlayer((state) => state.trouble);
  const origin = useOrigin();
  if (!trouble) return null;
  const { title, text } = sayFailure(trouble.code);
  return (
    <div role="alert" className="min-w-0 rounded-lg bg-bad-soft p-3.5">
      <p className="font-semibold text-bad">{title}</p>
      <p>{text}</p>
      {trouble.code === 'cors' ? (
        <ul className="mt-1.5 grid gap-x-4 md:grid-cols-2">
          {letPagesIn(origin).map(({ name, command }) => (
            <li key={name} className="min-w-0">
              {name}
              <Commands lines={[command]} />
            </li>
          ))}
        </ul>
      ) : null}
      {trouble.detail ? (
        <p className="mt-1 font-mono text-sm break-words">
          <span className="sr-only">The server said: </span>
          {trouble.detail}
        </p>
      ) : null}
    </div>
  );
}
