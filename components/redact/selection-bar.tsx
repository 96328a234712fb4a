'use client';

import { workspace } from '@/lib/state/app.ts';
import { hideWord } from '@/lib/state/redaction-edits.ts';
import { Button } from '../ui/button.tsx';
import { LiveCount } from './live-count.tsx';

/** Longer selections are paragraphs, not values. */
const LONGEST = 300;

/** Text that is selected within one text of the before side; '' when there is none to speak of. */
export function selectedText(): string {
  const selection = window.getSelection();
  const text = selection?.toString().trim() ?? '';
  if (!selection || text.length < 2 || text.length > LONGEST) return '';
  const side = (node: Node | null) =>
    (node instanceof Element ? node : node?.parentElement)?.closest('[data-side="before"]') ?? null;
  const start = side(selection.anchorNode);
  return start !== null && start === side(selection.focusNode) && !text.includes('•••') ? text : '';
}

/** What was selected can be replaced everywhere. */
export function SelectionBar({ text, onDone }: { readonly text: string; readonly onDone: () => void }) {
  const replace = () => {
    workspace.edit(hideWord(text));
    onDone();
  };
  return (
    <section
      aria-label="Selection"
      className="flex flex-wrap items-center gap-2 border-b border-line bg-bg px-3.5 py-2"
    >
      <span dir="auto" className="max-w-72 truncate rounded bg-soft px-1.5 font-mono text-sm">
        {text}
      </span>
      <span className="min-w-40 flex-1 text-xs text-mute">
        <LiveCount kind="word" text={text} draft />
      </span>
      <Button onClick={replace}>Replace it everywhere</Button>
      <Button look="quiet" onClick={onDone}>
        Close
      </Button>
    </section>
  );
}
