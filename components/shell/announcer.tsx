'use client';

import { useWorkspace } from '@/lib/state/app.ts';

/** Says each finished stage to those who do not see the bar. */
export function Announcer() {
  const announcement = useWorkspace((state) => state.announcement);
  return (
    <div role="status" className="sr-only">
      {announcement}
    </div>
  );
}
