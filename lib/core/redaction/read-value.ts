import { flagsAt, indexWithin, isAt, QUOTE, SPACE } from './chars.ts';

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
const DEFAULTED = /\$\{[A-Za-z_]\w*:?[-=?]/y;

const countBackslashes = (text: string, from: number): number => {
  let count = 0;
  while (text[from + count] === '\\') count++;
  return count;
};

/** The value that begins at `from`: a string literal at any depth of escaping, or what stands up to a delimiter. */
export function readValue(text: string, from: number): Value | null {
  LITERAL_PREFIX.lastIndex = from;
  const prefix = LITERAL_PREFIX.exec(text)?.[0].length ?? 0;
  let at = from + prefix;
  const slashes = countBackslashes(text, at);
  if (isAt(text, at + slashes, QUOTE)) {
    const literal = readLiteral(text, at, slashes);
    if (literal) return literal;
    at += slashes + 1;
  } else at = from;
  return readBare(text, at);
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

const CLOSERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

function readBare(text: string, from: number): Value | null {
  if (text[from] === '&' || text[from] === '?') return null;
  DEFAULTED.lastIndex = from;
  const defaulted = DEFAULTED.exec(text);
  if (defaulted) {
    const start = from + defaulted[0].length;
    const end = indexWithin(text, '}', start, start + 512);
    if (end < 0) return null;
    return { start, end, quoted: false, next: end + 1 };
  }
  const limit = Math.min(text.length, from + LONGEST);
  const open: string[] = [];
  let end = from;
  for (; end < limit; end++) {
    const char = text[end] as string;
    if ((flagsAt(text, end) & (SPACE | QUOTE)) !== 0) break;
    if (char === '<' || char === '>' || char === ',' || char === ';' || char === '|') break;
    if (char === '\\' && text[end + 1] !== '/') break;
    if (char === '&' && /^&(?:amp;)?[\w.%~-]{1,64}=/.test(text.slice(end, end + 72))) break;
    if (char === '&' && (end + 1 === text.length || isAt(text, end + 1, SPACE | QUOTE) || text[end + 1] === '&')) break;
    if (char === '(' || char === '[' || char === '{') open.push(char);
    else if (CLOSERS[char] !== undefined) {
      if (open.at(-1) !== CLOSERS[char]) break;
      open.pop();
    }
  }
  while (end > from && /[.:!?]/.test(text[end - 1] as string)) end--;
  return end > from ? { start: from, end, quoted: false, next: end } : null;
}
