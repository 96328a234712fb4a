'use client';

import { useState } from 'react';
import { browsers, useBrowser } from '@/lib/state/app.ts';
import { formatCount, plural } from '@/lib/state/figures.ts';
import type { EpisodeView, MarkedText as Marked } from '@/workers/protocol.ts';
import { Button } from '../ui/button.tsx';
import { type Mark, MarkedText } from '../ui/marked-text.tsx';
import { ScrollFrame } from '../ui/scroll-frame.tsx';
import { FindingBar, type Picked } from './finding-bar.tsx';
import { SelectionBar, selectedText } from './selection-bar.tsx';

/** One episode twice: as it came and as it will be written. One scroll moves both sides, because each row holds both. */
export function BeforeAfter() {
  const view = useBrowser(browsers.redact, (state) => state.view);
  const problem = useBrowser(browsers.redact, (state) => state.problem);
  const [revealed, setRevealed] = useState<number | null>(null);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [selected, setSelected] = useState('');
  if (!view)
    return (
      <p className="p-4 text-mute">
        {problem ? `This episode cannot be shown: ${problem}` : 'Choose an episode on the left.'}
      </p>
    );
  const open = revealed === view.row.ordinal;
  const toggle = () => {
    setRevealed(open ? null : view.row.ordinal);
    setPicked(null);
    setSelected('');
  };
  const current = picked && picked.episodeId === view.row.id ? picked : null;
  const pick = (message: number, mark: Mark, text: string) => {
    setSelected('');
    setPicked({ ...mark, episodeId: view.row.id, message, text });
  };
  const readSelection = () => {
    const text = selectedText();
    setSelected(text);
    if (text) setPicked(null);
  };
  return (
    <div className="flex min-h-0 min-w-0 flex-col border-line max-xl:border-t">
      <div className="flex min-h-11 flex-wrap items-center gap-2 border-b border-line px-3.5 py-1.5">
        <p dir="auto" className="min-w-0 flex-1 truncate font-semibold">
          {view.row.title}
        </p>
        <span className="text-sm text-mute">{plural(view.row.redactions, 'replacement')}</span>
        <Button aria-pressed={open} onClick={toggle}>
          {open ? 'Cover values' : 'Reveal values'}
        </Button>
      </div>
      {current ? (
        <FindingBar
          key={`${current.message} ${current.start} ${current.value}`}
          picked={current}
          revealed={open}
          onDone={() => setPicked(null)}
        />
      ) : selected ? (
        <SelectionBar text={selected} onDone={() => setSelected('')} />
      ) : null}
      <ScrollFrame label="Before and after" className="flex-1" onSelect={readSelection}>
        <div className="sticky top-0 z-10 hidden grid-cols-2 border-b border-line bg-pane text-xs text-mute lg:grid">
          <span className="px-3.5 py-1">Before</span>
          <span className="border-l border-line px-3.5 py-1">After</span>
        </div>
        <Messages view={view} hidden={!open} onPick={pick} />
      </ScrollFrame>
    </div>
  );
}

interface Side {
  readonly hidden: boolean;
  readonly onPick: (mark: Mark, value: string) => void;
}

function Messages({
  view,
  hidden,
  onPick,
}: {
  readonly view: EpisodeView;
  readonly hidden: boolean;
  readonly onPick: (message: number, mark: Mark, value: string) => void;
}) {
  return view.messages.map((message, index) => {
    const side: Side = { hidden, onPick: (mark, value) => onPick(index, mark, value) };
    return (
      <div
        // biome-ignore lint/suspicious/noArrayIndexKey: messages have no id and never change places
        key={`${view.row.ordinal}/${index}`}
        className="border-b border-line [contain-intrinsic-size:auto_160px] [content-visibility:auto]"
      >
        <h3 className="px-3.5 pt-2 text-xs font-semibold text-mute">
          {message.role}
          {message.name ? ` ${message.name}` : ''}
        </h3>
        {message.reasoning ? <Pair label="thinking" pair={message.reasoning} {...side} /> : null}
        <Pair label="" pair={message} mono={message.role === 'tool'} {...side} />
        {message.toolCalls.map((call) => (
          <Pair key={call.id} label={`calls ${call.name}`} pair={call} mono {...side} />
        ))}
      </div>
    );
  });
}

/** Unchanged texts longer than this are folded: they are not what one looks for here. */
const FOLD_FROM = 500;

function Pair({
  label,
  pair,
  mono = false,
  hidden,
  onPick,
}: Side & {
  readonly label: string;
  readonly pair: { readonly before: Marked; readonly after: Marked };
  readonly mono?: boolean;
}) {
  const { before, after } = pair;
  if (!before.text && !after.text) return null;
  const same = before.marks.length === 0 && before.text === after.text;
  const text = `min-w-0 px-3.5 py-1.5 whitespace-pre-wrap break-words ${mono ? 'font-mono text-sm' : ''}`;
  const said = label ? <span className="mr-1 font-sans text-xs text-mute">{label}</span> : null;
  if (same)
    return (
      <div dir="auto" data-side="before" className={`${text} text-mute`}>
        {said}
        {before.text.length > FOLD_FROM ? (
          <details className="inline">
            <summary className="inline-block rounded font-sans text-sm underline decoration-dotted underline-offset-2 hover:text-ink">
              {formatCount(before.text.length)} characters, nothing replaced
            </summary>
            <MarkedText {...before} />
          </details>
        ) : (
          before.text
        )}
      </div>
    );
  return (
    <div className="grid lg:grid-cols-2">
      <div dir="auto" data-side="before" className={text}>
        {said}
        <MarkedText {...before} hidden={hidden} onPick={onPick} />
      </div>
      <div dir="auto" className={`${text} border-line max-lg:border-t max-lg:border-dashed lg:border-l`}>
        <span className="mr-1 font-sans text-xs text-mute lg:hidden">after</span>
        <MarkedText {...after} />
      </div>
    </div>
  );
}
