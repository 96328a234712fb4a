'use client';

import { type ReactNode, useEffect } from 'react';
import { goTo, startAhead, useView, workspace } from '@/lib/state/app.ts';
import { readDrop, readFileList, readPastedText } from '@/lib/state/drop.ts';
import { takeHandles } from '@/lib/state/handles.ts';
import { keepHandles, keepListsFresh, keepStepInAddress, keepWork } from '@/lib/state/keep-work.ts';
import { loadSampleAhead } from '@/lib/state/sample.ts';
import { handleShortcut } from '@/lib/state/shortcuts.ts';
import { Announcer } from './announcer.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { Header } from './header.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { ProblemBar } from './problem-bar.tsx';
import { ProofDialog } from './proof-dialog.tsx';
import { Rail } from './rail.tsx';

/** Everything around the main pane: header, steps, progress, dialogs, and what the whole window listens to. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const dialog = useView((state) => state.dialog);
  useAllLoaded();
  useWorkKept();
  useShortcuts();
  useWindowDrop();
  return (
    <div className="flex min-h-dvh flex-col md:grid md:h-dvh md:grid-cols-[216px_1fr] md:grid-rows-[auto_1fr_auto]">
      <div className="md:col-span-2">
        <Header />
        <ProblemBar />
      </div>
      <Rail />
      <main className="min-w-0 flex-1 md:overflow-auto">{children}</main>
      <div className="md:col-span-2">
        <BottomBar />
      </div>
      <Announcer />
      {dialog === 'proof' ? <ProofDialog /> : null}
      {dialog === 'keys' ? <KeysDialog /> : null}
    </div>
  );
}

/** At once, as part of the page's own loading: nothing may have to be asked of the server later. */
function useAllLoaded() {
  useEffect(function loadAhead() {
    startAhead();
    loadSampleAhead();
  }, []);
}

function useWorkKept() {
  useEffect(function keepWorkWhileMounted() {
    const stops = [keepWork(), keepListsFresh(), keepStepInAddress()];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}

function useShortcuts() {
  useEffect(function listenForKeys() {
    document.addEventListener('keydown', handleShortcut);
    return () => document.removeEventListener('keydown', handleShortcut);
  }, []);
}

/** A drop or a paste anywhere counts: missing the zone would make the browser leave the page. */
function useWindowDrop() {
  useEffect(function listenForDrops() {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      goTo('sources');
      void keepHandles(takeHandles(event.dataTransfer));
      void workspace.addFiles(readDrop(event.dataTransfer, workspace.reportUnreadable));
    };
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest('input, textarea, dialog')) return;
      const files = event.clipboardData?.files;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files && files.length > 0) void workspace.addFiles(readFileList(files));
      else if (text.trim().startsWith('{')) void workspace.addFiles(readPastedText(text));
      else return;
      goTo('sources');
    };
    // Where the zone changes under the pointer, a new element is entered right before the drop: accept that too.
    window.addEventListener('dragenter', over);
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragenter', over);
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, []);
}
