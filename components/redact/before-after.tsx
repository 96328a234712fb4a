'use client';

import { useState } from 'react';
import { browsers, decideAt, questions, useBrowser, useFindingWalk, useWorkspace, walk } from '@/lib/state/app.ts';
import { formatCount, plural } from '@/lib/state/figures.ts';
import { messageIn, placeIn } from '@/lib/state/finding-walk.ts';
import { standingNow } from '@/lib/state/redaction-edits.ts';
import { recipeOf } from '@/lib/state/workspace-state.ts';
import type { EpisodeBlock, EpisodeView, FindingPlace, MarkedText as Marked, TextMark } from '@/workers/protocol.ts';
import { BlockList, isShort } from '../episodes/block-list.tsx';
import { Button } from '../ui/button.tsx';
import { KeepFocus } from '../ui/keep-focus.tsx';
import { MarkedText, TextReader } from '../ui/marked-text.tsx';
import { FindingBar } from './finding-bar.tsx';
import { readSelection, type Selected } from './selected-text.ts';
import { SelectionBar } from './selection-bar.tsx';

/** One episode twice: as it came and as it will be written. One scroll moves both sides, because each row holds both. */
export function BeforeAfter() {
  const view = useBrowser(browsers.redact, (state) => state.view);
  const problem = useBrowser(browsers.redact, (state) => state.problem);
  const [revealed, setRevealed] = useState<number | null>(null);
  const waiting = useBrowser(browsers.redact, (state) => state.waiting);
  const title = useBrowser(browsers.redact, ({ rows, selected }) => rows.get(selected)?.title);
  const redaction = useWorkspace((state) => recipeOf(state).redaction);
  const stale = useWorkspace((state) => state.stale);
  const looked = useFindingWalk();
  const [selected, setSelected] = useState<Selected | null>(null);
  if (!view)
    return (
      <p className="p-4 text-mute">
        {problem ? `This episode cannot be shown: ${problem}` : 'Choose an episode on the left.'}
      </p>
    );
  const { findings } = view;
  const open = revealed === view.row.ordinal;
  const toggle = () => {
    setRevealed(open ? null : view.row.ordinal);
    setSelected(null);
  };
  const at = placeIn(view, looked);
  const sought = messageIn(view, looked);
  const shown = waiting ? undefined : findings[at];
  const current = shown && { ...shown, mark: { ...shown.mark, standing: standingNow(shown, redaction) } };
  const standingOf = (message: number, mark: TextMark) =>
    standingNow({ episodeId: view.row.id, message, mark, block: 0, part: '', text: '' }, redaction);
  const pick = (message: number, part: string, mark: TextMark) => {
    setSelected(null);
    const found = findings.findIndex(
      (place) => place.message === message && place.part === part && place.mark.start === mark.start,
    );
    walk.look(view, found);
  };
  const takeSelection = () => {
    const read = readSelection();
    setSelected(read);
    if (read) walk.close();
  };
  const touched = findings.filter(
    (place) => selected?.place === `${place.message} ${place.part}` && selected.marks.includes(place.mark.start),
  );
  return (
    <div className="flex min-h-0 min-w-0 flex-col border-line max-xl:border-t" aria-busy={waiting}>
      <div className="flex min-h-11 flex-wrap items-center gap-2 border-b border-line px-3.5 py-1.5">
        <p dir="auto" className="min-w-0 flex-1 truncate font-semibold">
          {waiting && title !== undefined ? title : view.row.title}
        </p>
        {waiting ? (
          <span role="status" className="text-sm text-mute">
            Reading…
          </span>
        ) : (
          <>
            <span className="text-sm text-mute max-sm:hidden">{sayReplaced(view)}</span>
            {findings.length > 0 && !current ? (
              <Button onClick={() => walk.move(view, 1)}>Go through them</Button>
            ) : null}
            <Button aria-pressed={open} onClick={toggle}>
              {open ? 'Cover values' : 'Reveal values'}
            </Button>
          </>
        )}
      </div>
      <KeepFocus instead={frameBehind}>
        {current ? (
          <FindingBar
            place={current}
            at={at}
            total={findings.length}
            revealed={open}
            onMove={(delta) => walk.move(view, delta)}
            onDecide={(edit) => decideAt(view, current, edit)}
            onClose={walk.close}
          />
        ) : selected && !waiting ? (
          <SelectionBar
            selected={selected}
            within={touched.length === 1 ? touched[0] : undefined}
            onDone={() => setSelected(null)}
          />
        ) : null}
      </KeepFocus>
      <TextReader value={questions.episodeText}>
        <BlockList
          key={view.row.id}
          label="Before and after"
          pages={browsers.redact.blocks}
          head={<Head redoing={stale} />}
          short={isShort(view.row)}
          dim={waiting}
          seek={
            current
              ? { block: current.block, mark: `${current.message} ${current.part} ${current.mark.start}` }
              : waiting || sought < 0
                ? undefined
                : { block: view.blocks.findLastIndex((first) => first <= sought), mark: `${sought}` }
          }
          onSelect={takeSelection}
        >
          {(block) => <Messages {...{ block, hidden: !open, current, sought, standingOf, onPick: pick }} />}
        </BlockList>
      </TextReader>
    </div>
  );
}

/** Titles and tools are replaced in as well, and are not in the messages that one goes through. */
function sayReplaced({ row, findings }: EpisodeView): string {
  const inMessages = findings.filter(({ mark }) => mark.standing !== 'left').length;
  const elsewhere = row.redactions - inMessages;
  return elsewhere > 0
    ? `${plural(inMessages, 'replacement')}, ${formatCount(elsewhere)} more in title and tools`
    : plural(row.redactions, 'replacement');
}

/** Where a bar that closes leaves the focus: with the texts, so that keys go on. */
const frameBehind = (bars: HTMLElement) =>
  bars.parentElement?.querySelector<HTMLElement>('[aria-label="Before and after"]') ?? null;

const Head = ({ redoing }: { readonly redoing: boolean }) => (
  <div className="sticky top-0 z-10 hidden grid-cols-2 border-b border-line bg-pane text-xs text-mute lg:grid">
    <span className="px-3.5 py-1">Before</span>
    <span className="border-l border-line px-3.5 py-1">After{redoing ? ', being redone…' : ''}</span>
  </div>
);

interface Side {
  /** Names the text, for what is selected in it. */
  readonly place: string;
  readonly hidden: boolean;
  /** Where the finding begins that is looked at, if it stands in this text. */
  readonly picked: number | undefined;
  readonly standingOf: (mark: TextMark) => TextMark['standing'];
  readonly onPick: (mark: TextMark) => void;
}

function Messages({
  block,
  hidden,
  current,
  sought,
  standingOf,
  onPick,
}: {
  readonly block: EpisodeBlock;
  readonly hidden: boolean;
  readonly current: FindingPlace | undefined;
  /** The message that is looked at as a whole. */
  readonly sought: number;
  readonly standingOf: (message: number, mark: TextMark) => TextMark['standing'];
  readonly onPick: (message: number, part: string, mark: TextMark) => void;
}) {
  return block.messages.map((message, at) => {
    const index = block.first + at;
    const side = (part: string): Side => ({
      hidden,
      place: `${index} ${part}`,
      picked: current?.message === index && current.part === part ? current.mark.start : undefined,
      standingOf: (mark) => standingOf(index, mark),
      onPick: (mark) => onPick(index, part, mark),
    });
    return (
      <div
        key={index}
        aria-current={index === sought || undefined}
        className="scroll-my-16 border-b border-line [contain-intrinsic-size:auto_160px] [content-visibility:auto] aria-[current=true]:bg-accent-soft"
      >
        <h3 className="px-3.5 pt-2 text-xs font-semibold text-mute">
          {message.role}
          {message.name ? ` ${message.name}` : ''}
        </h3>
        {message.reasoning ? <Pair label="thinking" pair={message.reasoning} {...side('reasoning')} /> : null}
        <Pair label="" pair={message} mono={message.role === 'tool'} {...side('content')} />
        {message.toolCalls.map((call, number) => (
          <Pair key={call.id} label={`calls ${call.name}`} pair={call} mono {...side(`call ${number}`)} />
        ))}
      </div>
    );
  });
}

const lengthOf = ({ text, rest }: Marked): number => rest?.length ?? text.length;

/** Unchanged texts longer than this are folded: they are not what one looks for here. */
const FOLD_FROM = 500;

function Pair({
  label,
  pair,
  mono = false,
  place,
  hidden,
  picked,
  standingOf,
  onPick,
}: Side & {
  readonly label: string;
  readonly pair: { readonly before: Marked; readonly after: Marked };
  readonly mono?: boolean;
}) {
  const { before, after } = pair;
  if (!before.text && !after.text) return null;
  const length = lengthOf(before);
  const same =
    before.marks.length === 0 &&
    !before.rest?.pieces.length &&
    before.text === after.text &&
    length === lengthOf(after);
  const text = `min-w-0 px-3.5 py-1.5 whitespace-pre-wrap break-words ${mono ? 'font-mono text-sm' : ''}`;
  // A label has a direction of its own, or it would say the direction of the text.
  const said = label ? (
    <span data-label dir="ltr" className="mr-1 font-sans text-xs text-mute">
      {label}
    </span>
  ) : null;
  if (same)
    return (
      <div dir="auto" data-side="before" data-text={place} className={`${text} text-mute`}>
        {said}
        {length > FOLD_FROM ? (
          <details className="inline">
            <summary className="inline-block rounded font-sans text-sm underline decoration-dotted underline-offset-2 hover:text-ink">
              {formatCount(length)} characters, nothing replaced
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
      <div dir="auto" data-side="before" data-text={place} className={text}>
        {said}
        <MarkedText {...before} hidden={hidden} picked={picked} standingOf={standingOf} onPick={onPick} />
      </div>
      <div dir="auto" className={`${text} border-line max-lg:border-t max-lg:border-dashed lg:border-l`}>
        <span className="me-1 font-sans text-xs text-mute lg:hidden">
          <span dir="ltr">after</span>
        </span>
        <MarkedText {...after} />
      </div>
    </div>
  );
}
