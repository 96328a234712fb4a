import { ALNUM, isAt } from './chars.ts';
import { looksRandom } from './randomness.ts';
import { TOKEN_FORMATS, VENDOR_FORMATS } from './token-formats.ts';
import { extentOf, type Part, patternOf, prefixesOf, readShape } from './token-shapes.ts';

export interface TokenRule {
  readonly id: string;
  readonly type: string;
  /** Fixed text that the automaton looks for; the pattern is tried around it. */
  readonly keyword: string;
  /** Sticky. */
  readonly pattern: RegExp;
  /** What stays of a match, from its start; null when nothing does. */
  readonly kept: RegExp | null;
  /** What may stand before the keyword: nothing, a fixed number of units, or a run of at most so many. */
  readonly lead: { readonly min: number; readonly max: number };
  /** Units of a token that is long enough to need no second look. */
  readonly sure: number;
}

export interface TokenMatch {
  readonly start: number;
  readonly end: number;
}

const lines = (table: string): readonly string[] => table.split('\n').filter((line) => line !== '');

function typeOf(id: string): string {
  if (/hash|password/.test(id)) return 'PASSWORD';
  if (/webhook|url/.test(id)) return 'WEBHOOK';
  if (/session|cookie/.test(id)) return 'COOKIE';
  if (/secret$|signature/.test(id)) return 'SECRET';
  if (/token|oauth|jwt/.test(id)) return 'TOKEN';
  return 'API_KEY';
}

/** Letters and digits that run on after a fixed-length token belong to it: a half-masked secret helps nobody. */
function openEnded(parts: readonly Part[], textLength: number): { parts: readonly Part[]; sure: number } {
  const last = parts.at(-1);
  const sure = extentOf(parts).min;
  if (last?.kind !== 'run' || last.max === 1) return { parts, sure };
  const single = parts.filter((part) => part.kind === 'run' || part.kind === 'choice').length === 1;
  const min = single && textLength >= 3 ? Math.min(last.min, Math.max(12, Math.ceil(last.min * 0.6))) : last.min;
  return { parts: [...parts.slice(0, -1), { ...last, min, max: Number.POSITIVE_INFINITY }], sure };
}

const flagsOf = (folded: boolean): string => (folded ? 'iy' : 'y');

function compile(line: string): readonly TokenRule[] {
  const space = line.indexOf(' ');
  const id = line.slice(0, space);
  const folded = line.endsWith(' i');
  const shape = readShape(folded ? line.slice(space + 1, -2) : line.slice(space + 1));
  const prefixes = prefixesOf(shape);
  const flags = flagsOf(folded);
  const marker = shape.findIndex((part) => part.kind === 'start');
  const kept = marker < 0 ? null : new RegExp(patternOf(shape.slice(0, marker)), flagsOf(folded));
  const base = { id, type: typeOf(id), kept };
  if (!prefixes.includes('')) {
    const shortest = Math.min(...prefixes.map((prefix) => prefix.length));
    const { parts, sure } = openEnded(shape, shortest);
    const pattern = new RegExp(patternOf(parts), flags);
    return prefixes.map((keyword) => ({ ...base, keyword, pattern, lead: { min: 0, max: 0 }, sure }));
  }
  const anchor = shape.findIndex((part) => part.kind === 'text' && part.text.length >= 2);
  const text = shape[anchor];
  if (text?.kind !== 'text') throw new Error(`token format without fixed text: ${id}`);
  const lead = extentOf(shape.slice(0, anchor));
  const pattern = new RegExp(patternOf(shape), flags);
  return [{ ...base, keyword: text.text, pattern, lead: { min: lead.min, max: Math.min(lead.max, 80) }, sure: 0 }];
}

export const compileTokenRules = (): readonly TokenRule[] => lines(TOKEN_FORMATS).flatMap(compile);

/** The token of the rule around its keyword at `at`, or null. */
export function matchToken(rule: TokenRule, text: string, at: number): TokenMatch | null {
  const { pattern, lead } = rule;
  if (lead.max === 0) return matchFrom(rule, text, at);
  let from = at;
  while (from > 0 && at - from < lead.max && !/[\s"'`]/.test(text[from - 1] as string)) from--;
  for (const start of new Set([from, at - lead.min])) {
    if (start < 0 || start > at) continue;
    for (let tried = start, left = 8; tried <= at - lead.min && left > 0; tried++, left--) {
      if (isAt(text, tried - 1, ALNUM)) continue;
      pattern.lastIndex = tried;
      const match = pattern.exec(text);
      if (match && tried + match[0].length > at) return close(text, tried, tried + match[0].length);
    }
  }
  return null;
}

function matchFrom(rule: TokenRule, text: string, start: number): TokenMatch | null {
  if (isAt(text, start, ALNUM) && isAt(text, start - 1, ALNUM)) return null;
  rule.pattern.lastIndex = start;
  const match = rule.pattern.exec(text);
  if (!match) return null;
  const found = close(text, start, start + match[0].length);
  if (!found) return null;
  if (found.end - start < rule.sure && !looksRandom(text.slice(start + rule.keyword.length, found.end))) return null;
  if (!rule.kept) return found;
  rule.kept.lastIndex = start;
  return { start: start + (rule.kept.exec(text)?.[0].length ?? 0), end: found.end };
}

/** A full stop ends a sentence, not a token; letters or digits that run on mean that this was no token. */
function close(text: string, start: number, matchEnd: number): TokenMatch | null {
  let end = matchEnd;
  while (end > start && (text[end - 1] === '.' || text[end - 1] === ',')) end--;
  return isAt(text, end, ALNUM) ? null : { start, end };
}

export interface VendorRule {
  /** Words that the name must have, without separators. */
  readonly words: readonly string[];
  /** Matches a whole value. */
  readonly shapes: readonly RegExp[];
}

export const compileVendorRules = (): readonly VendorRule[] =>
  lines(VENDOR_FORMATS).map((line) => {
    const [words = '', ...shapes] = line.split(' ');
    return {
      words: words.split(','),
      shapes: shapes.map((shape) => new RegExp(`^(?:${patternOf(readShape(shape))})$`, 'i')),
    };
  });
