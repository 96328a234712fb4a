import type { Span } from '../types.ts';
import type { Redactor } from './redactor.ts';
import { tellingPath } from './telling.ts';

/** Shorter texts are looked through faster than looked up. */
const SHORTEST = 64;
/** UTF-16 units held at most; system prompts and tool schemas repeat within few episodes or not at all. */
const HELD = 8 * 2 ** 20;

/** The same findings, without looking twice through a text that comes again: system prompts, tools, forked beginnings. */
export const remembering = (redactor: Redactor): Redactor => ({ ...redactor, find: remembered(redactor.find) });

function remembered(find: Redactor['find']): Redactor['find'] {
  const known = new Map<string, readonly Span[]>();
  let held = 0;
  return (text, at) => {
    if (text.length < SHORTEST || text.length > HELD / 8 || tellingPath(at).length > 0) return find(text, at);
    const before = known.get(text);
    if (before) return before;
    const spans = find(text, at);
    known.set(text, spans);
    held += text.length;
    for (const oldest of known.keys()) {
      if (held <= HELD) break;
      known.delete(oldest);
      held -= oldest.length;
    }
    return spans;
  };
}
