import { ALNUM, flagsOf, indexWithin, isAt, OTHER, QUOTE, SPACE, Units } from './chars.ts';
import { matchAt } from './match-at.ts';

export interface Value {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly quoted: boolean;
  /** First unit after the value and its closing quote. */
  readonly next: number;
}

const LONGEST = 4096;
/** Letters before a string literal: Python, C++, C#, Rust. */
const LITERAL_PREFIX =
  /(?:[@&$]?[bBfFrRuUL]{0,2}|u8|\$?@|\(\s{0,20})(?=\\*["'`])|(?:Some|String|str|bytes|SecretStr|Buffer\.from|new String|String::from)\((?=["'])/y;
const PREFIX_START = new Units(/[@&$bBfFrRuULSsn(]/);
const DEFAULTED = /\$\{[A-Za-z_]\w*:?[-=?]/y;

const countBackslashes = (text: string, from: number): number => {
  let count = 0;
  while (text[from + count] === '\\') count++;
  return count;
};

/** `q(…)`, `qq{…}`, `%q[…]`: literals of Perl and Ruby. */
const BRACKETED =
  /(?:qq?|%[qQ])(?:\(([^()\n]{1,512})\)|\{([^{}\n]{1,512})\}|\[([^[\]\n]{1,512})\]|([|!/])([^|!/\n]{1,512})\4)/y;

/** `Pwd={…};`, as connection strings quote. */
const BRACED = /\{((?=[^{}\n;]*[^\w{}\n;.$ -])[^{}\n;"':]{4,128})\}(?=;)/y;

function readBracketed(text: string, from: number): Value | null {
  const match = matchAt(BRACKETED, text, from);
  if (!match) return null;
  const next = from + match[0].length;
  const body = match[1] ?? match[2] ?? match[3] ?? (match[5] as string);
  return { start: next - 1 - body.length, end: next - 1, quoted: false, next };
}

/** The value that begins at `from`: a string literal at any depth of escaping, or what stands up to a delimiter. */
export function readValue(text: string, from: number): Value | null {
  const prefix = PREFIX_START.at(text, from) ? (matchAt(LITERAL_PREFIX, text, from)?.[0].length ?? 0) : 0;
  let at = from + prefix;
  const slashes = countBackslashes(text, at);
  if (isAt(text, at + slashes, QUOTE)) {
    const literal = readLiteral(text, at, slashes);
    if (literal) return literal;
    at += slashes + 1;
  } else at = from;
  if (text[at] === '{') {
    const braced = matchAt(BRACED, text, at)?.[1];
    if (braced !== undefined)
      return { start: at + 1, end: at + 1 + braced.length, quoted: false, next: at + 2 + braced.length };
  }
  const bracketed = text[at] === 'q' || text[at] === '%' ? readBracketed(text, at) : null;
  return bracketed ?? readBare(text, at);
}

function readLiteral(text: string, at: number, slashes: number): Value | null {
  const quote = text[at + slashes] as string;
  const tripled = slashes === 0 && text.startsWith(quote.repeat(3), at);
  const start = at + slashes + (tripled ? 3 : 1);
  const limit = Math.min(text.length, start + LONGEST);
  for (let i = start; i < limit; i++) {
    const char = text[i];
    if (char === '\\') {
      const run = countBackslashes(text, i);
      if (text[i + run] === quote && run <= slashes) return { start, end: i, quoted: true, next: i + run + 1 };
      i += slashes === 0 ? (run % 2 === 1 ? run : run - 1) : run - (text[i + run] === quote ? 0 : 1);
    } else if (char === quote && slashes === 0) {
      if (!tripled) return { start, end: i, quoted: true, next: i + 1 };
      if (text.startsWith(quote.repeat(3), i)) return { start, end: i, quoted: true, next: i + 3 };
    } else if (char === quote) return { start, end: i, quoted: true, next: i + 1 };
    else if (char === '\n' && !tripled && quote !== '`') return null;
  }
  return null;
}

const PHRASE = /[a-z]{2,10}(?: [a-z]{2,12}){2,9}(?: \d{1,4})?(?=[ \t]*(?:[\r\n|,;]|$))/y;

/** Several words up to the end of the line, as far as they may be a phrase to log in with. */
export function readPhrase(text: string, from: number): Value | null {
  const match = matchAt(PHRASE, text, from);
  if (!match) return null;
  const end = from + match[0].length;
  return { start: from, end, quoted: false, next: end };
}

const MARK = new Units(/[.:!?]/);

/** What closes a bracket → what opens it. */
const OPENER_OF = new Map([
  [41, 40],
  [93, 91],
  [125, 123],
]);
/** Ends a value wherever it stands: `,` `;` `<` `>` `|`. */
const ENDS = new Set([44, 59, 60, 62, 124]);

function readBare(text: string, from: number): Value | null {
  if (text[from] === '&' || text[from] === '?') return null;
  const defaulted = text[from] === '$' ? matchAt(DEFAULTED, text, from) : null;
  if (defaulted) {
    const start = from + defaulted[0].length;
    const end = indexWithin(text, '}', start, start + 512);
    if (end < 0) return null;
    return { start, end, quoted: false, next: end + 1 };
  }
  const limit = Math.min(text.length, from + LONGEST);
  const open: number[] = [];
  let end = from;
  for (; end < limit; end++) {
    const code = text.charCodeAt(end);
    const flags = flagsOf(code);
    if ((flags & (ALNUM | OTHER)) !== 0) continue;
    if ((flags & (SPACE | QUOTE)) !== 0 || ENDS.has(code)) break;
    if (code === 92 && text[end + 1] !== '/') break; // \
    if (code === 38 && isAmpersandEnd(text, end)) break; // &
    if (code === 40 || code === 91 || code === 123) open.push(code);
    else {
      const opener = OPENER_OF.get(code);
      if (opener === undefined) continue;
      if (open.at(-1) !== opener) break;
      open.pop();
    }
  }
  while (end > from && MARK.at(text, end - 1) && !endsInSign(text, from, end)) end--;
  return end > from ? { start: from, end, quoted: false, next: end } : null;
}

/** `Tundra3466!`: people end passwords so; a sentence that ends there loses no more than its mark. */
const endsInSign = (text: string, from: number, end: number): boolean =>
  /[!?]/.test(text[end - 1] as string) && /^(?=.*\d)(?=.*[A-Za-z]).{5,64}$/.test(text.slice(from, end - 1));

/** The next parameter follows, or the next command. */
const isAmpersandEnd = (text: string, at: number): boolean =>
  at + 1 === text.length ||
  isAt(text, at + 1, SPACE | QUOTE) ||
  text[at + 1] === '&' ||
  /^&(?:amp;)?[\w.%~-]{1,64}=/.test(text.slice(at, at + 72));
