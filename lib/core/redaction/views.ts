import { indexWithin, lastIndexWithin } from './chars.ts';
import { standsAt, textBefore } from './match-at.ts';

/** A text with some of its disguise taken off, and where each unit came from. */
export interface View {
  readonly text: string;
  /** View index → text index; one more than the view is long. */
  readonly origin: Int32Array;
}

/** Invisible characters, terminal colours, escapes, and literals that are glued together. Groups tell them apart. */
const INVISIBLE = '[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+';
const COLOUR = '(?:\u001b|\\\\u001b|\\\\x1b|\\\\033|\\\\e)\\[[0-9;?]{0,24}[A-Za-z]';
const ESCAPE =
  '%[0-9A-Fa-f]{2}|\\\\+u(?:00[0-9a-fA-F]{2}|\\{[0-9a-fA-F]{2}\\})|\\\\x[0-9a-fA-F]{2}|\\\\+u(?:200[b-f]|2060|feff|00ad)';
const ENTITY = '&(?:quot|amp|lt|gt|apos|equals|colon|#\\d{2,3}|#x[0-9a-fA-F]{2});';
/** Two string literals that a sign, or nothing but a line end, glues together. */
const GLUE =
  '\\\\?["\'`][ \\t]{0,8}(?:\\\\?\\n[ \\t+-]{0,16})?(?:[+.&][ \\t]{0,8}\\\\?\\n?[ \\t]{0,16}(?:\\+[ \\t]{0,8})?|\\n[ \\t]{0,16}|\\\\\\n[ \\t]{0,16}|\\)\\s{0,16}\\.append\\()\\\\?["\'`]';
/** Digits of other scripts and widths, and the signs that stand between groups of them. */
const FOREIGN = '[\uff01-\uff5e\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u3000\u2009\u202f\u2007\u2010-\u2013\u2212]';
const CONTINUED = '\\\\\\n[ \\t]{0,16}';
const DISGUISES = [INVISIBLE, COLOUR, ESCAPE, ENTITY, GLUE, CONTINUED, FOREIGN];
const DISGUISE = new RegExp(DISGUISES.join('|'), 'g');
/** A line of a mail goes on in the next one; a sign by its number. */
const DISGUISE_IN_MAIL = new RegExp(['=\\r?\\n', '=[2-7][0-9A-F]', ...DISGUISES].join('|'), 'g');
const ENTITIES = new Map([
  ['quot', '"'],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['apos', "'"],
  ['equals', '='],
  ['colon', ':'],
]);

/** By its number in hexadecimal digits. */
const NUMBERED = /^(?:[%=]|&#x|\\+u\{?(?:00)?|\\x)([0-9a-f]{2})[;}]?$/i;

function decoded(piece: string): string | null {
  const first = piece[0] as string;
  const number = NUMBERED.exec(piece)?.[1];
  if (number) return printable(Number.parseInt(number, 16));
  if (first === '&') return ENTITIES.get(piece.slice(1, -1)) ?? printable(Number(piece.slice(2, -1)));
  if (first >= '\u0660' && first !== '\ufeff') return plainSign(first) ?? '';
  if (/^\\?["'`]/.test(piece)) return piece.at(-1) === piece[piece.startsWith('\\') ? 1 : 0] ? '' : null;
  return '';
}

/** The sign of ASCII that a digit or sign of another script or width stands for; null for what has no width. */
function plainSign(sign: string): string | null {
  const code = sign.charCodeAt(0);
  if (/[\u2009\u202f\u2007\u3000]/.test(sign)) return ' ';
  if (/[\u2010-\u2013\u2212]/.test(sign)) return '-';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  const zero = [0x0660, 0x06f0, 0x0966].find((from) => code >= from && code < from + 10);
  return zero === undefined ? null : String(code - zero);
}

const printable = (code: number): string | null => (code >= 32 && code < 127 ? String.fromCharCode(code) : null);

/** The window of `text` without disguise, or null when there is none in it. */
export function unveil(text: string, from: number, to: number): View | null {
  const window = text.slice(from, to);
  const disguise = isMail(text, from, window) ? DISGUISE_IN_MAIL : DISGUISE;
  disguise.lastIndex = 0;
  if (!disguise.test(window)) return null;
  disguise.lastIndex = 0;
  const pieces: string[] = [];
  const origin = new Int32Array(window.length + 1);
  let length = 0;
  let last = 0;
  const copy = (end: number): void => {
    pieces.push(window.slice(last, end));
    for (let i = last; i < end; i++) origin[length++] = from + i;
  };
  let changed = false;
  for (const match of window.matchAll(disguise)) {
    const plain = decoded(match[0]);
    if (plain === null) continue;
    copy(match.index);
    if (plain !== '') {
      pieces.push(plain);
      origin[length++] = from + match.index;
    }
    last = match.index + match[0].length;
    changed = true;
  }
  if (!changed) return null;
  copy(window.length);
  origin[length] = to;
  return { text: pieces.join(''), origin: origin.subarray(0, length + 1) };
}

const BROKEN = /[^\s=]=\r?\n(?=\w)/;
/** As mail breaks lines that are too long; between letters, so that no empty setting is taken for one. */
const FULL_LINE = /(?:^|\n)[^\n]{66,76}[^\s=]=\r?\n(?=\w)/;
const HEAD_REACH = 2000;

/** Is the window in quoted-printable? */
const isMail = (text: string, from: number, window: string): boolean =>
  (window.includes('=\n') || window.includes('=\r\n') || window.includes('=3D')) &&
  ((BROKEN.test(window) && /=[23][0-9A-F](?![0-9A-F]{4})/.test(window)) ||
    FULL_LINE.test(window) ||
    /quoted-printable/i.test(textBefore(text, from, HEAD_REACH) + window));

const REACH = 1200;

/** Windows around places, whole lines and their neighbours as far as they are short; merged where they touch. */
export function windowsAround(
  text: string,
  places: readonly number[],
): readonly { readonly from: number; readonly to: number }[] {
  const windows: { from: number; to: number }[] = [];
  for (const place of places) {
    const last = windows.at(-1);
    if (last && place + 64 < last.to) continue;
    const lineStart = lastIndexWithin(text, '\n', place + 1, place - REACH) + 1;
    let lineEnd = place;
    for (let lines = 0; lines < 3; lines++) {
      const end = indexWithin(text, '\n', lineEnd + 1, place + REACH);
      lineEnd = end < 0 ? Math.min(text.length, place + REACH) : end;
    }
    const from = Math.max(lineStart, place - REACH);
    const to = Math.min(lineEnd, place + REACH);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else windows.push({ from, to });
  }
  return windows;
}

/** Keywords that say: something here is in disguise. */
export const DISGUISE_KEYWORDS: readonly string[] = [
  ...[2, 3, 4, 5, 6, 7].map((first) => `%${first}`),
  '\\u00',
  '\\u{',
  '\\u20',
  '\\ufeff',
  '\\x',
  '\\033[',
  '\\e[',
  '\u001b[',
  '&quot;',
  '&#',
  '&apos;',
  '&lt;',
  '&amp;lt;',
  '&amp;quot;',
  '&equals',
  '&colon',
  '" +',
  '"+',
  "' +",
  "'+",
  '` +',
  '" .',
  "' .",
  '"."',
  "'.'",
  '\\\n',
  '=\n',
  '=\r\n',
  '=3d',
  '" \\\n',
  '"\n',
  "'\n",
  '" &',
  '").append("',
  '\u200b', // and all others without width
  '\uff10',
  '\uff1d',
  '\\d\u2011\\d',
  '\\d\u202f\\d',
  '\\d\uff0d\\d',
  '\\d\u2009\\d',
  '\\d\u2013\\d\\d\\d',
];

const ADJACENT = /["'][ \t]{0,8}\n[ \t]{0,40}["']/y;

/** A literal that ends its line is glued to another only where that begins the next one. */
export function isGlued(text: string, at: number): boolean {
  if (text[at] === '=' && text[at + 1] !== '3') return /\w/.test(text[at + (text[at + 1] === '\r' ? 3 : 2)] ?? '');
  if (text[at + 1] !== '\n' || text[at] === '\\') return true;
  return standsAt(ADJACENT, text, at);
}
