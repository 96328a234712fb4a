'use client';

import { type FormEvent, useId, useState } from 'react';
import { workspace } from '@/lib/state/app.ts';
import { formatCount, sayCode } from '@/lib/state/figures.ts';
import {
  agreeWithFinding,
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

const found = ({ episodeId, message, mark: { type, value } }: FindingPlace) => ({ type, value, episodeId, message });

/** What to do about one finding: how far the decision reaches, and which part of the text it is about. */
export function FindingBar({
  place,
  at,
  total,
  revealed,
  onMove,
  onDone,
  onClose,
}: {
  readonly place: FindingPlace;
  readonly at: number;
  readonly total: number;
  readonly revealed: boolean;
  readonly onMove: (delta: 1 | -1) => void;
  /** A decision was made. */
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { type, rule, standing } = place.mark;
  const decide = (make: (reach: Reach) => Parameters<typeof workspace.edit>[0]) => (reach: Reach) => {
    workspace.edit(make(reach));
    onDone();
  };
  const { tone, text } = STANDING[standing];
  return (
    <section aria-label="Finding" className="grid gap-2 border-b border-line bg-bg px-3.5 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <b className="font-semibold">{type}</b>
        <Chip tone={tone}>{text}</Chip>
        <span className="text-xs text-mute">{rule ? `found by ${sayCode(rule)}` : ''}</span>
        <span className="ml-auto flex items-center gap-1.5">
          {standing === 'open' ? null : (
            <Button
              onClick={() => {
                workspace.edit(takeBackFinding(found(place)));
                onDone();
              }}
            >
              Take back
            </Button>
          )}
          <span className="text-xs whitespace-nowrap text-mute">
            {formatCount(at + 1)} of {formatCount(total)}
          </span>
          <IconButton icon="close" label="Previous finding" onClick={() => onMove(-1)} />
          <IconButton icon="open" label="Next finding" onClick={() => onMove(1)} />
          <IconButton icon="remove" label="Close the finding" onClick={onClose} />
        </span>
      </div>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        <Reaches
          label="Right, replace it"
          type={type}
          onChoose={decide((reach) => agreeWithFinding(found(place), reach))}
        />
        <Reaches
          label="Leave it as it is"
          type={type}
          onChoose={decide((reach) => leaveFinding(found(place), reach))}
        />
      </div>
      {revealed ? <Reshape place={place} onDone={onDone} /> : null}
    </section>
  );
}

function Reaches({
  label,
  type,
  onChoose,
}: {
  readonly label: string;
  readonly type: string;
  readonly onChoose: (reach: Reach) => void;
}) {
  const choices = [
    ['here', 'in this message'],
    ['value', 'this value everywhere'],
    ['type', `all ${type}`],
  ] as const;
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-1.5">
      <legend className="float-left mr-1.5 text-sm text-mute">{label}</legend>
      {choices.map(([reach, text]) => (
        <Button key={reach} aria-label={`${label}: ${text}`} onClick={() => onChoose(reach)}>
          {text}
        </Button>
      ))}
    </fieldset>
  );
}

/** Wider or narrower: the person says what exactly goes. */
function Reshape({ place, onDone }: { readonly place: FindingPlace; readonly onDone: () => void }) {
  const id = useId();
  const [draft, setDraft] = useState(place.text);
  const wanted = draft.trim();
  const changed = wanted !== '' && wanted !== place.text;
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (!changed) return;
    workspace.edit(reshapeFinding(found(place), place.text, wanted));
    onDone();
  };
  return (
    <form onSubmit={apply} className="flex flex-wrap items-center gap-1.5">
      <label htmlFor={id} className="text-sm text-mute">
        Wider or narrower
      </label>
      <input
        id={id}
        value={draft}
        autoComplete="off"
        spellCheck={false}
        className="min-w-0 flex-1 rounded-md border border-edge bg-pane px-2 py-1 font-mono text-sm"
        onChange={(event) => setDraft(event.target.value)}
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
