import type { Span } from '../types.ts';
import type { Redactor } from './redactor.ts';
import { tellingPath } from './telling.ts';

/** Shorter texts are looked through faster than looked up. */
const SHORTEST = 64;
/** UTF-16 units held at most; system prompts and tool schemas repeat within few episodes or not at all. */
const HELD = 8 * 2 ** 20;

/** The same findings, without looking twice through a text that comes again: system prompts, tools, forked beginnings. */
export function remembering(redactor: Redactor): Redactor {
  const known = new Map<string, readonly Span[]>();
  let held = 0;
  return {
    ...redactor,
    find: (text, at) => {
      if (text.length < SHORTEST || text.length > HELD / 8 || tellingPath(at).length > 0)
        return redactor.find(text, at);
      const remembered = known.get(text);
      if (remembered) return remembered;
      const spans = redactor.find(text, at);
      known.set(text, spans);
      held += text.length;
      for (const oldest of known.keys()) {
        if (held <= HELD) break;
        known.delete(oldest);
        held -= oldest.length;
      }
      return spans;
    },
  };
}
