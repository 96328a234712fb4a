import { lastIndexWithin } from './chars.ts';

const REACH = 800;
const MOST_LINES = 24;
const HEAD = /^\s*\[{1,2}["']?([\w.:/ -]{2,60})["']?\]{1,2}\s*$/;
const PARENT = /^[\s-]*["']?([A-Za-z][\w.-]{1,60})["']?\s*(?:[:=]\s*\{?|\{)\s*$/;

const indentOf = (line: string): number => /^[\s-]*/.exec(line)?.[0].length ?? 0;

/** What the lines above say a setting belongs to: `[wallet.signer]`, or `deepgram:` with less indentation. */
export function sectionOf(text: string, at: number): string | null {
  let end = lastIndexWithin(text, '\n', at, at - REACH);
  const indent = indentOf(text.slice(end + 1, at + 1));
  for (let lines = 0; lines < MOST_LINES && end > 0; lines++) {
    const start = lastIndexWithin(text, '\n', end, at - REACH);
    const line = text.slice(start + 1, end);
    const head = HEAD.exec(line)?.[1];
    if (head) return head;
    if (line.trim() !== '' && indentOf(line) < indent) return PARENT.exec(line)?.[1] ?? null;
    end = start;
  }
  return null;
}
