import { ALNUM, isAt } from './chars.ts';
import { matchAt } from './match-at.ts';
import { looksRandom } from './randomness.ts';
import { TOKEN_FORMATS, VENDOR_FORMATS } from './token-formats.ts';
import { extentOf, type Part, patternOf, prefixesOf, readShape, spell } from './token-shapes.ts';

interface Lead {
  readonly min: number;
  readonly max: number;
  readonly units: ReadonlySet<string>;
}

/** A class, so that all rules have one shape: they are tried at every keyword. */
export class TokenRule {
  readonly id: string;
  readonly type: string;
  /** Fixed text that the automaton looks for; the pattern is tried around it. */
  readonly keyword: string;
  /** Sticky. */
  readonly pattern: RegExp;
  /** What stays of a match, from its start; null when nothing does. */
  readonly kept: RegExp | null;
  /** What stands before the keyword, when the shape does not begin with it. */
  readonly lead: Lead | null;
  /** Fewest and most units of a token that needs no second look. */
  readonly sure: number;
  readonly most: number;
  /** Too little fixed text to be told from what it may be glued to. */
  readonly short: boolean;
  /** A few letters and digits: a piece of base64 may begin with them. */
  readonly plain: boolean;
  /** `live_`, `test_`: the end of another prefix. */
  readonly half: boolean;

  constructor(rule: Omit<TokenRule, 'type' | 'short' | 'plain' | 'half'>) {
    const { id, keyword, pattern, kept, lead, sure, most } = rule;
    this.id = id;
    this.type = typeOf(id);
    this.keyword = keyword;
    this.pattern = pattern;
    this.kept = kept;
    this.lead = lead;
    this.sure = sure;
    this.most = most;
    this.short = sure < LONG || /^[a-z]{1,2}-$/.test(keyword) || !/[^A-Za-z0-9]/.test(keyword);
    this.plain = /^[A-Za-z0-9]{2,6}$/.test(keyword);
    this.half = /^(?:live|test)_/.test(keyword);
  }
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

const LONGEST_RUN = 4096;
const LONGEST_INNER = 128;

/** Letters and digits that run on after a fixed-length token belong to it: a half-masked secret helps nobody. */
function openEnded(parts: readonly Part[], textLength: number): { parts: readonly Part[]; sure: number } {
  const last = parts.at(-1);
  const sure = extentOf(parts).min;
  if (last?.kind !== 'run' || last.max === 1) return { parts, sure };
  const single = parts.filter((part) => part.kind === 'run' || part.kind === 'choice').length === 1;
  const min = single && textLength >= 3 ? Math.min(last.min, Math.max(12, Math.ceil(last.min * 0.6))) : last.min;
  return { parts: [...parts.slice(0, -1), { ...last, min, max: Math.max(LONGEST_RUN, last.min) }], sure };
}

/** Runs before the last one need an end of their own, or matching would try every way of parting two runs. */
const bounded = (parts: readonly Part[]): readonly Part[] =>
  parts.map((part, at) =>
    part.kind === 'run' && part.max > LONGEST_INNER && at < parts.length - 1
      ? { ...part, max: Math.max(LONGEST_INNER, part.min * 4) }
      : part,
  );

const flagsOf = (folded: boolean): string => (folded ? 'iy' : 'y');

function compile(line: string): readonly TokenRule[] {
  const space = line.indexOf(' ');
  const id = line.slice(0, space);
  const folded = line.endsWith(' i');
  const shape = bounded(readShape(folded ? line.slice(space + 1, -2) : line.slice(space + 1)));
  const prefixes = prefixesOf(shape);
  const flags = flagsOf(folded);
  const marker = shape.findIndex((part) => part.kind === 'start');
  const kept = marker < 0 ? null : new RegExp(patternOf(shape.slice(0, marker)), flagsOf(folded));
  const base = { id, kept, most: extentOf(shape).max };
  if (!prefixes.includes('')) {
    const shortest = Math.min(...prefixes.map((prefix) => prefix.length));
    const { parts, sure } = openEnded(shape, shortest);
    const pattern = new RegExp(patternOf(parts), flags);
    return prefixes.map((keyword) => new TokenRule({ ...base, keyword, pattern, lead: null, sure }));
  }
  const anchor = longestText(shape);
  const text = shape[anchor];
  if (text?.kind !== 'text') throw new Error(`token format without fixed text: ${id}`);
  const before = shape.slice(0, anchor);
  const extent = extentOf(before);
  const lead = { min: extent.min, max: Math.min(extent.max, 80), units: unitsOf(before) };
  const pattern = new RegExp(patternOf(shape), flags);
  return [new TokenRule({ ...base, keyword: text.text, pattern, lead, sure: 0 })];
}

/** The fixed text that says most. */
function longestText(parts: readonly Part[]): number {
  const lengths = parts.map((part) => (part.kind === 'text' ? part.text.length : 0));
  return lengths.indexOf(Math.max(...lengths));
}

/** Every unit that the parts may hold. */
function unitsOf(parts: readonly Part[]): ReadonlySet<string> {
  const units = (part: Part): readonly string[] => {
    if (part.kind === 'run') return spell(part.alphabet);
    if (part.kind === 'text') return [...part.text];
    return part.kind === 'choice' ? part.options.flat().flatMap(units) : [];
  };
  return new Set(parts.flatMap(units));
}

export const compileTokenRules = (): readonly TokenRule[] => lines(TOKEN_FORMATS).flatMap(compile);

/** The token of the rule around its keyword at `at`, or null. */
export function matchToken(rule: TokenRule, text: string, at: number): TokenMatch | null {
  const { pattern, lead } = rule;
  if (lead === null) return matchFrom(rule, text, at);
  let from = at;
  while (from > 0 && at - from <= lead.max && lead.units.has(text[from - 1] as string)) from--;
  if (at - from < lead.min) return null;
  for (const start of new Set([from, at - lead.min])) {
    const match = matchAt(pattern, text, start);
    if (match && start + match[0].length > at) return close(text, start, start + match[0].length);
  }
  return null;
}

/** A token of so many units is one even when a word is glued to it. */
const LONG = 40;

/** A few letters behind a `/` or `+` that other letters run up to are a piece of base64. */
const isInBase64 = (rule: TokenRule, text: string, start: number): boolean =>
  rule.plain &&
  (text[start - 1] === '/' || text[start - 1] === '+') &&
  /[A-Za-z0-9+/]{12}$/.test(text.slice(Math.max(0, start - 13), start - 1));

function matchFrom(rule: TokenRule, text: string, start: number): TokenMatch | null {
  const glued = isAt(text, start, ALNUM) && isAt(text, start - 1, ALNUM);
  if (glued && rule.short && !(text[start - 2] === '\\' && /[nrt]/.test(text[start - 1] as string))) return null;
  if (isInBase64(rule, text, start)) return null;
  if (rule.half && text[start - 1] === '_') return null;
  const match = matchAt(rule.pattern, text, start);
  if (!match) return null;
  const found = close(text, start, start + match[0].length);
  if (!found) return null;
  const body = start + rule.keyword.length;
  if (/([xX*.#_-])\1{7}|0{12}|A{12}/.test(text.slice(body, Math.min(found.end, body + 256)))) return null;
  const length = found.end - start;
  const doubtful = length < rule.sure || (length > rule.most && !/[^A-Za-z0-9]/.test(rule.keyword));
  if (doubtful && !looksRandom(text.slice(body, found.end))) return null;
  if (!rule.kept) return found;
  return { start: start + (matchAt(rule.kept, text, start)?.[0].length ?? 0), end: found.end };
}

/** A full stop ends a sentence, not a token; letters or digits that run on mean that this was no token. */
function close(text: string, start: number, matchEnd: number): TokenMatch | null {
  let end = matchEnd;
  while (end > start && (text[end - 1] === '.' || text[end - 1] === ',')) end--;
  return isAt(text, end, ALNUM) ? null : { start, end };
}

export interface VendorShape {
  readonly pattern: RegExp;
  /** Has text of its own, so that a match is no chance. */
  readonly marked: boolean;
}

export interface VendorRule {
  /** Words that the name must have, without separators. */
  readonly words: readonly string[];
  /** Matches a whole value. */
  readonly shapes: readonly VendorShape[];
}

export const compileVendorRules = (): readonly VendorRule[] =>
  lines(VENDOR_FORMATS).map((line) => {
    const [words = '', ...shapes] = line.split(' ');
    return {
      words: words.split(','),
      shapes: shapes.map((shape) => {
        const parts = readShape(shape);
        return {
          pattern: new RegExp(`^(?:${patternOf(parts)})$`, 'i'),
          marked: parts.some((part) => part.kind === 'text'),
        };
      }),
    };
  });
