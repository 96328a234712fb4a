'use client';

import { Fragment, type ReactNode } from 'react';
import { foldMessages } from '@/lib/state/fold-messages.ts';
import type { MessageView, ToolCallView } from '@/workers/protocol.ts';
import { Chip } from '../ui/chip.tsx';
import { MarkedText } from '../ui/marked-text.tsx';

type Side = 'before' | 'after';

const SPEAKER = { system: 'System', user: 'User', assistant: 'Assistant', tool: 'Tool' } as const;

/** The conversation, with each tool result folded under its call. */
export function Chat({
  view,
  side,
  hidden,
}: {
  readonly view: { readonly messages: readonly MessageView[] };
  readonly side: Side;
  readonly hidden: boolean;
}) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3.5">
      {foldMessages(view.messages).map(({ message, calls }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: messages have no id and never change places
        <Turn key={index} message={message} calls={calls} side={side} hidden={hidden} />
      ))}
    </div>
  );
}

interface FoldedCall {
  readonly call: ToolCallView | null;
  readonly result: MessageView | null;
}

function Turn({
  message,
  calls,
  side,
  hidden,
}: {
  readonly message: MessageView | null;
  readonly calls: readonly FoldedCall[];
  readonly side: Side;
  readonly hidden: boolean;
}) {
  const long = message?.role === 'system';
  return (
    <div className="[contain-intrinsic-size:auto_120px] [content-visibility:auto]">
      {message ? (
        <>
          <h3 className="mb-0.5 flex items-center gap-2 text-xs font-semibold text-mute">
            {SPEAKER[message.role]}
            {message.role === 'assistant' && message.weight === 0 ? <Chip>not trained on</Chip> : null}
          </h3>
          {message.reasoning ? (
            <Fold summary="Thinking">
              <Text marked={message.reasoning[side]} hidden={hidden} mute />
            </Fold>
          ) : null}
          {long ? (
            <Fold summary={`${lengthOf(message[side]).toLocaleString('en')} characters`}>
              <Text marked={message[side]} hidden={hidden} mute />
            </Fold>
          ) : (
            <Text marked={message[side]} hidden={hidden} />
          )}
        </>
      ) : null}
      {calls.map(({ call, result }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: calls keep their places
        <Call key={index} call={call} result={result} side={side} hidden={hidden} />
      ))}
    </div>
  );
}

function Text({
  marked,
  hidden,
  mute = false,
}: {
  readonly marked: MessageView['before'];
  readonly hidden: boolean;
  readonly mute?: boolean;
}) {
  if (!marked.text) return null;
  return (
    <p dir="auto" className={`whitespace-pre-wrap break-words ${mute ? 'text-mute' : ''}`}>
      <MarkedText {...marked} hidden={hidden} />
    </p>
  );
}

function Fold({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  return (
    <details className="my-1 border-l-2 border-line pl-2.5">
      <summary className="rounded text-sm text-mute hover:text-ink">{summary}</summary>
      {children}
    </details>
  );
}

function Call({ call, result, side, hidden }: FoldedCall & { readonly side: Side; readonly hidden: boolean }) {
  const output = result?.[side];
  return (
    <details className="group/call mt-1.5 overflow-hidden rounded-md border border-line">
      <summary className="flex items-baseline gap-3 bg-soft px-2.5 py-1 font-mono text-sm">
        <span className="shrink-0">{call?.name ?? result?.name ?? 'tool'}</span>
        <span className="min-w-0 flex-1 truncate text-mute group-open/call:invisible">
          {call ? oneLine(call[side].text) : ''}
        </span>
        {result?.isError ? <span className="text-bad">failed</span> : null}
        {call && !result ? <span className="text-warn">no result</span> : null}
      </summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5 px-2.5 py-1.5 font-mono text-sm">
        {call ? (
          <pre className="whitespace-pre-wrap break-words">
            <MarkedText {...call[side]} hidden={hidden} />
          </pre>
        ) : null}
        {output ? (
          <Fragment>
            <span className="border-t border-line pt-1 font-sans text-xs text-mute">Result</span>
            <pre className="whitespace-pre-wrap break-words text-mute">
              <MarkedText {...output} hidden={hidden} />
            </pre>
          </Fragment>
        ) : null}
      </div>
    </details>
  );
}

const lengthOf = ({ text, rest }: MessageView['before']): number => rest?.length ?? text.length;

/** Long enough to tell calls apart. */
const oneLine = (text: string): string => text.slice(0, 400).replaceAll(/\s+/g, ' ').slice(0, 160);
