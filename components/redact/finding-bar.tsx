'use client';

import { type FormEvent, useId, useState } from 'react';
import { useView, workspace } from '@/lib/state/app.ts';
import { formatCount, sayCode } from '@/lib/state/figures.ts';
import type { Edit } from '@/lib/state/recipe-edits.ts';
import {
  agreeWithFinding,
  foundAt,
  leaveFinding,
  type Reach,
  reshapeFinding,
  takeBackFinding,
} from '@/lib/state/redaction-edits.ts';
import type { FindingPlace, TextMark } from '@/workers/protocol.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { LiveCount } from './live-count.tsx';

const STANDING = {
  open: { tone: 'warn', text: 'replaced' },
  accepted: { tone: 'ok', text: 'replaced, you agreed' },
  left: { tone: 'plain', text: 'left as it is' },
} as const satisfies Record<TextMark['standing'], object>;

/** What to do about one finding: how far the decision reaches, and which part of the text it is about. */
export function FindingBar({
  place,
  at,
  total,
  revealed,
  onMove,
  onDecide,
  onClose,
}: {
  readonly place: FindingPlace;
  readonly at: number;
  readonly total: number;
  readonly revealed: boolean;
  readonly onMove: (delta: 1 | -1) => void;
  readonly onDecide: (edit: Edit) => void;
  readonly onClose: () => void;
}) {
  const { type, rule, standing } = place.mark;
  const { tone, text } = STANDING[standing];
  return (
    <section aria-label="Finding" className="grid gap-2 border-b border-line bg-bg px-3.5 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <p role="status" className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
          <b className="font-semibold">{type}</b>
          <Chip tone={tone}>{text}</Chip>
          <span className="text-xs text-mute max-sm:hidden">{rule ? `found by ${sayCode(rule)}` : ''}</span>
          <span className="ml-auto text-xs whitespace-nowrap text-mute">
            {formatCount(at + 1)} of {formatCount(total)}
          </span>
        </p>
        <span className="flex items-center gap-1.5">
          {standing === 'open' ? null : (
            <Button onClick={() => workspace.edit(takeBackFinding(foundAt(place)))}>Take back</Button>
          )}
          <IconButton icon="close" label="Previous finding" onClick={() => onMove(-1)} />
          <IconButton icon="open" label="Next finding" onClick={() => onMove(1)} />
          <IconButton icon="remove" label="Close the finding" onClick={onClose} />
        </span>
      </div>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        <Reaches
          label="Right, replace it"
          shortcut="a"
          type={type}
          onChoose={(reach) => onDecide(agreeWithFinding(foundAt(place), reach))}
        />
        <Reaches
          label="Leave it as it is"
          shortcut="l"
          type={type}
          onChoose={(reach) => onDecide(leaveFinding(foundAt(place), reach))}
        />
      </div>
      {revealed ? (
        <Reshape key={`${place.message} ${place.part} ${place.mark.start}`} place={place} onDecide={onDecide} />
      ) : null}
    </section>
  );
}

const Key = ({ of }: { readonly of: string }) => {
  const on = useView((state) => state.shortcuts);
  return on ? (
    // Drawn, not written: the name of a control has to hold what is written on it.
    <kbd
      data-key={of}
      className="rounded border border-line px-1 font-sans text-xs text-mute before:content-[attr(data-key)] max-md:hidden"
    />
  ) : null;
};

function Reaches({
  label,
  shortcut,
  type,
  onChoose,
}: {
  readonly label: string;
  /** Decides about the value everywhere. */
  readonly shortcut: string;
  readonly type: string;
  readonly onChoose: (reach: Reach) => void;
}) {
  const choices = [
    ['here', '', 'in this message'],
    ['value', 'this value ', 'everywhere'],
    ['type', '', `all ${type}`],
  ] as const;
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-1.5">
      <legend className="float-left mr-1.5 text-sm text-mute max-sm:w-full">{label}</legend>
      {choices.map(([reach, what, where]) => (
        <Button
          key={reach}
          aria-label={`${label}: ${what}${where}`}
          aria-keyshortcuts={reach === 'value' ? shortcut : undefined}
          onClick={() => onChoose(reach)}
        >
          <span>
            <span className="max-sm:hidden">{what}</span>
            {where}
          </span>
          {reach === 'value' ? <Key of={shortcut} /> : null}
        </Button>
      ))}
    </fieldset>
  );
}

/** Lines of a value that are shown at once. */
const MOST_LINES = 6;

/** Wider or narrower: the person says what exactly goes. */
function Reshape({ place, onDecide }: { readonly place: FindingPlace; readonly onDecide: (edit: Edit) => void }) {
  const id = useId();
  const [draft, setDraft] = useState(place.text);
  const wanted = draft.trim();
  const changed = wanted !== '' && wanted !== place.text;
  const lines = place.text.split('\n').length;
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (changed) onDecide(reshapeFinding(foundAt(place), place.text, wanted));
  };
  return (
    <form onSubmit={apply} className="flex flex-wrap items-center gap-1.5">
      <label htmlFor={id} className="text-sm text-mute max-sm:w-full">
        Wider or narrower
      </label>
      <textarea
        id={id}
        value={draft}
        rows={Math.min(lines, MOST_LINES)}
        autoComplete="off"
        spellCheck={false}
        className="min-w-0 flex-1 resize-none rounded-md max-sm:basis-full border border-edge bg-pane px-2 py-1 font-mono text-sm break-all"
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          // A value of one line stays one: Enter means what it means in a field.
          if (event.key !== 'Enter' || (lines > 1 && !event.ctrlKey && !event.metaKey)) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <Button type="submit" disabled={!changed}>
        Replace this instead
      </Button>
      {changed ? (
        <p className="w-full text-xs text-mute">
          Becomes one of your own words. <LiveCount kind="word" text={wanted} draft />
        </p>
      ) : null}
    </form>
  );
}
