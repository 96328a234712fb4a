'use client';

import { sessionBrowser, useSessions, useWorkspace } from '@/lib/state/app.ts';
import { formatCount, sayCode } from '@/lib/state/figures.ts';
import { dayOf, KIND_WORDS, sayOutcome, timeOf } from '@/lib/state/session-words.ts';
import type { TimelineEntry } from '@/workers/protocol.ts';
import { EntryText } from './entry-text.tsx';

const TONE = {
  user: 'text-accent',
  assistant: 'text-ink',
  thinking: 'text-mute',
  call: 'text-synthetic',
  result: 'text-synthetic',
  shell: 'text-accent',
  note: 'text-mute',
  compaction: 'text-adversarial',
  reset: 'text-adversarial',
  branch: 'text-adversarial',
  setting: 'text-mute',
  record: 'text-mute',
  run: 'text-mute',
} as const;

/** One thing that happened: when, what, its text, what is wrong with it, and what belongs to it. */
export function Entry({
  entry,
  before,
  chosen,
  tied,
  headId,
  windows,
}: {
  /** Undefined while its page is on its way. */
  readonly entry: TimelineEntry | undefined;
  readonly before: TimelineEntry | undefined;
  readonly chosen: boolean;
  /** The result of the chosen call, or the call of the chosen result. */
  readonly tied: boolean;
  readonly headId: string;
  readonly windows: number;
}) {
  if (!entry)
    return (
      <p id={headId} className="h-18 border-b border-line px-3.5 py-2 text-mute">
        …
      </p>
    );
  const day = dayOf(entry.timeMs);
  const news = [
    ...(day !== '' && day !== dayOf(before?.timeMs ?? null) ? [day] : []),
    ...(windows > 1 && entry.window !== before?.window ? [`context window ${entry.window + 1} of ${windows}`] : []),
  ];
  const look = chosen
    ? 'bg-accent-soft shadow-[inset_2px_0_var(--accent)]'
    : tied
      ? 'bg-soft shadow-[inset_2px_0_var(--accent)]'
      : 'hover:bg-bg';
  return (
    <>
      {news.length > 0 ? (
        <p className="border-b border-line bg-bg px-3.5 py-0.5 text-xs text-mute">{news.join(' · ')}</p>
      ) : null}
      <div
        className={`grid grid-cols-[minmax(0,1fr)] gap-x-3 border-b border-line px-3.5 py-1.5 sm:grid-cols-[60px_minmax(0,1fr)] ${look}`}
      >
        <time
          className="pt-px text-xs text-mute max-sm:hidden"
          title={entry.timeMs === null ? '' : `${new Date(entry.timeMs).toISOString()}`}
        >
          {timeOf(entry.timeMs)}
        </time>
        <div
          className={`min-w-0 ${entry.kind === 'result' && entry.pair !== null ? 'border-l-2 border-line pl-2.5' : ''}`}
        >
          <Head entry={entry} headId={headId} tied={tied} />
          <EntryText entry={entry} chosen={chosen} />
          <Damage entry={entry} />
          <Answer entry={entry} />
        </div>
      </div>
    </>
  );
}

function Head({
  entry,
  headId,
  tied,
}: {
  readonly entry: TimelineEntry;
  readonly headId: string;
  readonly tied: boolean;
}) {
  const outcome = sayOutcome(entry);
  return (
    <h3 id={headId} className="flex items-baseline gap-2 text-xs">
      <span className={`font-semibold ${TONE[entry.kind]}`}>{KIND_WORDS[entry.kind]}</span>
      {entry.name ? (
        <span className="min-w-0 truncate font-mono text-mute" title={entry.name}>
          {entry.name}
        </span>
      ) : null}
      {outcome ? <span className={entry.isError ? 'text-bad' : 'text-mute'}>{outcome}</span> : null}
      {tied ? <span className="text-accent">belongs to the chosen one</span> : null}
      <span className="ml-auto shrink-0 text-mute">
        <span className="sm:hidden">{timeOf(entry.timeMs)} </span>
        {entry.line > 0 ? `line ${formatCount(entry.line)}` : ''}
      </span>
    </h3>
  );
}

function Damage({ entry: { damage, wholeIn } }: { readonly entry: TimelineEntry }) {
  const meanings = useWorkspace((state) => state.summary?.meanings);
  if (damage.length === 0) return null;
  return (
    <ul className="mt-1 grid gap-0.5 border-l-2 border-warn pl-2 text-sm">
      {damage.map((code, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one code can stand twice, and they keep their places
        <li key={at}>
          <b className="font-semibold text-warn">{sayCode(code)}.</b>{' '}
          <span className="text-mute">{meanings?.[code] ?? ''}</span>{' '}
          {wholeIn ? <span className="text-ok">Whole in another copy: {wholeIn.toLowerCase()}.</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** A call says how its result came out, a result leads to its call. */
function Answer({ entry: { kind, callId, pair, answer } }: { readonly entry: TimelineEntry }) {
  const filtered = useSessions(({ filter }) => filter.kinds.length > 0 || filter.damaged);
  if (callId === '') return null;
  if (pair === null)
    return (
      <p className="mt-0.5 text-xs text-warn">
        {kind === 'call' ? 'No result was recorded.' : 'No call asks for it on this branch.'}
      </p>
    );
  const said =
    kind === 'call'
      ? ['Result:', (answer && sayOutcome(answer)) || 'ok', `${formatCount(answer?.chars ?? 0)} characters`]
      : ['Its call'];
  return (
    <button
      type="button"
      className="mt-0.5 rounded text-xs text-mute underline decoration-line underline-offset-2 hover:text-ink hover:decoration-accent"
      onClick={(event) => {
        event.stopPropagation();
        sessionBrowser.goTo(pair);
      }}
    >
      {kind === 'call' ? '↓' : '↑'} {said[0]} {said.slice(1).join(', ')}
      {filtered ? ' (takes the filter off)' : ''}
    </button>
  );
}
