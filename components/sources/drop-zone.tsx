'use client';

import { useEffect, useRef, useState } from 'react';
import { useWorkspace, workspace } from '@/lib/state/app.ts';
import { readFileList } from '@/lib/state/drop.ts';
import { readSample } from '@/lib/state/sample.ts';
import { Button } from '../ui/button.tsx';

/** Shows where to drop. The whole window takes the drop, so this only reacts to it. */
export function DropZone() {
  const empty = useWorkspace((state) => state.files === 0);
  const over = useFilesOver();
  const input = useRef<HTMLInputElement>(null);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: a larger target for the mouse; `Add files` serves the keyboard
    <div
      onClick={(event) => event.target instanceof HTMLButtonElement || input.current?.click()}
      className={`flex cursor-pointer flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border-[1.5px] border-dashed px-4.5 transition-colors ${empty ? 'py-8' : 'py-3.5'} ${over ? 'border-accent bg-accent-soft' : 'border-edge bg-pane'}`}
    >
      <input
        ref={input}
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden="true"
        className="hidden"
        onChange={(event) => {
          if (event.target.files?.length) void workspace.addFiles(readFileList(event.target.files));
          event.target.value = '';
        }}
      />
      <svg
        aria-hidden="true"
        viewBox="0 0 16 16"
        className="size-4 shrink-0 fill-none stroke-current text-mute"
        strokeWidth="1.5"
      >
        <path d="M8 2v8m0 0l3-3m-3 3L5 7M2.5 11v2.5h11V11" />
      </svg>
      <p className="min-w-0 flex-1 basis-60 text-mute">
        <strong className="font-semibold text-ink">
          {over ? 'Let go to add them' : 'Drop bundles, session files, the agent database or episodes.jsonl'}
        </strong>
        {over ? null : ': folders and zips too. They are read here and stay on this computer.'}
      </p>
      <Button look={empty ? 'primary' : 'plain'} onClick={() => void workspace.addFiles(readSample())}>
        Try the sample data
      </Button>
    </div>
  );
}

function useFilesOver(): boolean {
  const [over, setOver] = useState(false);
  useEffect(function watchDrags() {
    let leave: ReturnType<typeof setTimeout>;
    const end = () => setOver(false);
    const onOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      setOver(true);
      clearTimeout(leave);
      // No event says that a drag left the window; they just stop coming.
      leave = setTimeout(end, 250);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', end);
    return () => {
      clearTimeout(leave);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', end);
    };
  }, []);
  return over;
}
