import { indexWithin, Units } from './chars.ts';

/** A word of a command line, with its quotes in the text and without. */
export interface ShellWord {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Between the quotes, when the whole word is quoted; else the same as `start` and `end`. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** Without quotes. */
  readonly text: string;
}

/** Stand for themselves in a word: all of ASCII but blanks, quotes and what ends a command or may. */
const PLAIN = new Uint8Array(128);
for (let code = 33; code < 128; code++) PLAIN[code] = Number(!'"\'`\\|;)'.includes(String.fromCharCode(code)));

function plainEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && PLAIN[text.charCodeAt(at)] === 1) at++;
  return at;
}

const ENDS = new Units(/[\n\r|;)]/);
const OPENS = new Units(/[\\"'`]/);
const ENDS_WORD = new Units(/[\s|;]/);
const LONGEST = 2000;
const MOST_WORDS = 48;

/** Words from `start` up to the end of the command: a line end that is not continued, `|`, `;`, `&&` or `)`. */
export function readShellWords(text: string, start: number): readonly ShellWord[] {
  const words: ShellWord[] = [];
  const limit = Math.min(text.length, start + LONGEST);
  let at = start;
  while (at < limit && words.length < MOST_WORDS) {
    const char = text[at] as string;
    if (char === ' ' || char === '\t') at++;
    else if (char === '\\' && /^\\(?:\r?\n[ \t+]*|n[ \t]+)/.test(text.slice(at, at + 40)))
      at += /^\\(?:\r?\n[ \t+]*|n[ \t]+)/.exec(text.slice(at, at + 40))?.[0].length ?? 1;
    else if (ENDS.at(text, at) || text.startsWith('&&', at) || (char === '`' && at === words.at(-1)?.end)) break;
    else {
      const word = readWord(text, at, limit);
      words.push(word);
      at = Math.max(word.end, at + 1);
    }
  }
  return words;
}

function readWord(text: string, start: number, limit: number): ShellWord {
  let at = start;
  let plain = '';
  let quotedWhole = false;
  while (at < limit) {
    const end = plainEnd(text, at, limit);
    if (end > at) {
      plain += text.slice(at, end);
      at = end;
      continue;
    }
    const rest = text.slice(at, at + 2);
    const open = OPENS.at(text, at) ? /^\\?["'`]/.exec(rest)?.[0] : undefined;
    if (open === '`' && plain !== '') break; // the end of the code that a sentence quotes
    if (open) {
      const lineEnd = indexWithin(text, '\n', at, limit);
      const close = indexWithin(text, open, at + open.length, lineEnd < 0 ? limit : lineEnd);
      if (close < 0) {
        if (plain === '') at += open.length;
        break;
      }
      quotedWhole = at === start;
      plain += text.slice(at + open.length, close);
      at = close + open.length;
      if (quotedWhole && (at >= limit || /[\s|;)]/.test(text[at] as string)))
        return { start, end: at, bodyStart: start + open.length, bodyEnd: close, text: plain };
      continue;
    }
    const char = text[at] as string;
    if (
      ENDS_WORD.at(text, at) ||
      (char === ')' && !plain.includes('(')) ||
      (char === '\\' && /[nr\n]/.test(text[at + 1] ?? ''))
    )
      break;
    if (char === '\\' && at + 1 < limit) {
      plain += text[at + 1];
      at += 2;
      continue;
    }
    plain += char;
    at++;
  }
  return { start, end: at, bodyStart: start, bodyEnd: at, text: plain };
}
