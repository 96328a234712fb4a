'use client';

import { workspace } from '@/lib/state/app.ts';
import { formatCount } from '@/lib/state/figures.ts';
import { foundAt, hideWord, reshapeFinding } from '@/lib/state/redaction-edits.ts';
import type { FindingPlace } from '@/workers/protocol.ts';
import { Button } from '../ui/button.tsx';
import { LiveCount } from './live-count.tsx';
import type { Selected } from './selected-text.ts';

/** What was selected can be replaced everywhere, or in the stead of the finding that it lies in. */
export function SelectionBar({
  selected: { text, problem },
  within,
  onDone,
}: {
  readonly selected: Selected;
  /** The only finding that the selection touches. */
  readonly within: FindingPlace | undefined;
  readonly onDone: () => void;
}) {
  const finish = (edit: Parameters<typeof workspace.edit>[0]) => {
    workspace.edit(edit);
    window.getSelection()?.removeAllRanges();
    onDone();
  };
  const narrower = within !== undefined && within.text !== text && within.text.includes(text);
  return (
    <section
      aria-label="Selection"
      className="flex flex-wrap items-center gap-x-2 gap-y-1.5 border-b border-line bg-bg px-3.5 py-2"
    >
      <span dir="auto" className="max-w-72 truncate rounded bg-soft px-1.5 font-mono text-sm">
        {text}
      </span>
      <span role="status" className="min-w-40 flex-1 text-xs text-mute">
        {problem || <LiveCount kind="word" text={text} draft />}
        {text.length > SHOWN && !problem ? ` ${formatCount(text.length)} characters.` : ''}
      </span>
      {problem ? null : (
        <span className="flex flex-wrap gap-1.5">
          <Button onClick={() => finish(hideWord(text))}>Replace it everywhere</Button>
          {narrower ? (
            <Button
              title="The rest of the finding stays as it is"
              onClick={() => finish(reshapeFinding(foundAt(within), within.text, text))}
            >
              Only this of {within.mark.type}
            </Button>
          ) : null}
        </span>
      )}
      <Button look="quiet" onClick={onDone}>
        Close
      </Button>
    </section>
  );
}

/** Characters that the bar has room for, about. */
const SHOWN = 40;
