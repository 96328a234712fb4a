'use client';

import { goTo, redo, undo, useWorkspace, view, workspace } from '@/lib/state/app.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';
import { Button } from '../ui/button.tsx';

export function Header() {
  const name = useWorkspace((state) => recipeOf(state).name);
  const undoLabel = useWorkspace((state) => state.history.past.at(-1)?.label);
  const redoLabel = useWorkspace((state) => state.history.future[0]?.label);
  const building = useWorkspace((state) => state.work === 'building');
  const build = () => {
    goTo('export');
    void workspace.build();
  };
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-pane px-3 py-1.5 md:px-4">
      <span className="font-semibold tracking-tight whitespace-nowrap">
        <span aria-hidden="true" className="text-accent">
          ◆{' '}
        </span>
        OpenClaw Dataset Builder
      </span>
      <span className="hidden max-w-[24ch] truncate text-mute lg:inline">{name}</span>
      <span className="flex-1" />
      <button
        type="button"
        className="inline-flex min-h-7 items-center gap-1.5 rounded-full max-sm:order-2 border border-line px-2.5 text-sm text-mute hover:bg-soft hover:text-ink"
        onClick={() => view.setState({ dialog: 'proof' })}
      >
        <span aria-hidden="true" className="size-[7px] rounded-full bg-ok" />
        Nothing leaves this page
      </button>
      <div className="flex gap-1.5 max-sm:order-3 max-sm:ml-auto">
        <Button disabled={!undoLabel} title={undoLabel && `Undo: ${undoLabel}`} onClick={undo}>
          Undo
        </Button>
        <Button disabled={!redoLabel} title={redoLabel && `Redo: ${redoLabel}`} onClick={redo}>
          Redo
        </Button>
      </div>
      <Button look="primary" className="max-sm:order-1" disabled={building} onClick={build}>
        Build dataset
      </Button>
    </header>
  );
}
