'use client';

import { useView, view } from '@/lib/state/app.ts';
import { SHORTCUTS } from '@/lib/state/shortcuts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { CheckField } from '../ui/field.tsx';

export function KeysDialog() {
  const on = useView((state) => state.shortcuts);
  return (
    <Dialog title="Keys" onClose={() => view.setState({ dialog: 'none' })}>
      <dl className="mb-4 grid grid-cols-[48px_1fr] gap-y-1.5">
        {SHORTCUTS.map(({ keys, does }) => (
          <div key={keys} className="contents">
            <dt>
              <kbd className="rounded border border-edge bg-soft px-1.5 font-mono text-sm">{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
        <dt className="text-mute">Ctrl Z</dt>
        <dd>undo; with Shift: redo</dd>
      </dl>
      <CheckField
        label="Single keys act"
        hint="Switch this off if you dictate or use keys of your own."
        checked={on}
        onChange={(shortcuts) => view.setState({ shortcuts })}
      />
    </Dialog>
  );
}
