import { matchAt } from './match-at.ts';
import { looksRandom } from './randomness.ts';
import { addHit, RANK, type Scan } from './scan.ts';
import { matchToken, type TokenMatch, type TokenRule } from './token-rules.ts';

const LONGEST = 512;
const BEGINNING = /[\w.~+/=-]{1,512}/y;
/** Another literal, behind what programs put between two that become one: signs, calls, commas of a list. */
const NEXT = /\\?["'`](?:s?(?:[^"'`:;=A-Za-z\d]|concat|append|[fbr](?=["'`])){0,48}\\?["'`])?([\w.~+/=-]{8,512})/y;

/** The token of the rule that was written in several literals, or what more literals have of it. */
export function readGlued(scan: Scan, rule: TokenRule, start: number, first: TokenMatch | null): void {
  const { text } = scan;
  let joined = first ? text.slice(start, first.end) : (matchAt(BEGINNING, text, start)?.[0] ?? '');
  let end = start + joined.length;
  for (let piece = joined; joined.length < LONGEST; joined += piece) {
    piece = matchAt(NEXT, text, end)?.[1] ?? '';
    if (!looksRandom(piece)) break;
    end = NEXT.lastIndex;
  }
  if (first || matchToken(rule, joined, 0)) addHit(scan, first?.start ?? start, end, rule.id, rule.type, RANK.token);
}
