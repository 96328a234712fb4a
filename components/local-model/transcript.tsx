'use client';

import { useEffect, useRef } from 'react';
import { modelPlayer, useModelPlayer } from '@/lib/state/local-model/page.ts';
import type { MessageView } from '@/workers/protocol.ts';
import { Chat } from '../episodes/chat.tsx';
import { Button } from '../ui/button.tsx';
import { ScrollFrame } from '../ui/scroll-frame.tsx';
import { sayScenario } from './try-list.tsx';

/** Of the try that runs, or of the one that was chosen. */
export function Transcript() {
  const shown = useModelPlayer((state) => state.shown);
  const live = useModelPlayer((state) => state.live);
  const title = shown ?? live;
  return (
    <section aria-label="Transcript" className="min-w-0 rounded-lg border border-line bg-pane p-3.5">
      <div className="mb-1.5 flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-lg font-semibold">Transcript</h2>
        {title ? (
          <p className="min-w-0 text-sm text-mute">
            {sayScenario(title.scenario)}, {title.language}, try {title.attempt}
          </p>
        ) : null}
        {shown && live ? (
          <Button look="quiet" className="ml-auto" onClick={() => void modelPlayer.show(null)}>
            Back to the running try
          </Button>
        ) : null}
      </div>
      {shown ? <Chosen /> : live ? <Live /> : <p className="text-mute">Choose a try to read how it went.</p>}
    </section>
  );
}

const FRAME = 'max-h-[62dvh]';

function Chosen() {
  const messages = useModelPlayer((state) => state.shownMessages);
  return (
    <ScrollFrame label="Chosen transcript" className={FRAME}>
      {messages.length === 0 ? (
        <p className="text-mute">Nothing to read: the try ended before it began, or is no longer kept.</p>
      ) : (
        <Chat view={{ messages }} side="after" hidden={false} />
      )}
    </ScrollFrame>
  );
}

const NONE: readonly MessageView[] = [];

/** Characters of the thinking that stay in view while it runs. */
const THOUGHT = 600;

/** Distance from the end, in pixels, up to which somebody counts as reading along. */
const NEAR = 60;

function Live() {
  const messages = useModelPlayer((state) => state.live?.messages) ?? NONE;
  const text = useModelPlayer((state) => state.live?.text ?? '');
  const thought = useModelPlayer((state) => state.live?.thought ?? '');
  const waitsMs = useModelPlayer((state) => state.live?.waitsMs ?? null);
  const frame = useRef<HTMLFieldSetElement>(null);
  const follows = useRef(true);
  useEffect(
    function followTheEnd() {
      const box = frame.current;
      if (!box) return;
      if (follows.current && (messages.length > 0 || text !== '' || thought !== '')) box.scrollTop = box.scrollHeight;
      const note = () => {
        follows.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
      };
      box.addEventListener('scroll', note);
      return () => box.removeEventListener('scroll', note);
    },
    [messages, text, thought],
  );
  return (
    <ScrollFrame ref={frame} label="Running transcript" className={FRAME}>
      <Chat view={{ messages }} side="after" hidden={false} />
      <div className="mt-3.5">
        <h3 className="text-xs font-semibold text-mute">Assistant</h3>
        {waitsMs === null ? null : (
          <p className="text-warn">The server is busy. Next attempt in {Math.max(1, Math.round(waitsMs / 1000))} s.</p>
        )}
        {thought ? (
          <p dir="auto" className="border-l-2 border-line pl-2.5 text-sm whitespace-pre-wrap break-words text-mute">
            {thought.length > THOUGHT ? `… ${thought.slice(-THOUGHT)}` : thought}
          </p>
        ) : null}
        <p dir="auto" className="whitespace-pre-wrap break-words">
          {text}
          <span aria-hidden="true" className="ml-0.5 inline-block h-3.5 w-1.5 animate-pulse bg-accent align-[-2px]" />
        </p>
      </div>
    </ScrollFrame>
  );
}
