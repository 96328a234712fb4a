import { indexWithin, lastIndexWithin, Units } from './chars.ts';
import { isAddress } from './judge.ts';
import type { NameClass } from './names.ts';
import { looksRandom } from './randomness.ts';
import { addHit, RANK, type Scan } from './scan.ts';
import { isFullyMixed, isSigned } from './secret-words.ts';
import { isDrawnPhrase, isIdentifier, isOpen, isPlace } from './values.ts';

const LONGEST_LINE = 400;
/** A comment opens, then words, up to the name. */
const OPENED = /(?:^|[\s;,)}\]])(?:#|\/\/|--|\/\*+|<!--|;;|%%|REM)[ \t]*(?:[\p{L}\d'’,.:!←<=-]{1,20}[ \t]+){0,8}$/u;
const OPENING_SIGN = new Units(/[#/*<;%R-]/);
/** The comment says that there is none, or speaks about one. */
const ABOUT =
  /\b(?:no|not|without|never|dummy|fake|example|sample|placeholder|todo|test|expir\w*|handl\w*|pars\w*|label|field|count|limit|length|hash|hashed|digest|commit|id|ids|type|name|index|public|lookup|sort\w*|cache|map|dict|primary|foreign|header|bucket)\b/i;
const DO_NOT = /\b(?:do not|don['’]?t|never)\s\w{2,12}/gi;
const LITERAL = /(["'`])((?:(?!\1)[^\\\n]){4,200})\1/g;
/** As Google writes them. */
export const APP_PASSWORD = /^[a-z]{4}(?: [a-z]{4}){3}$/;

/** `dial("db", "kim", "…")  # prod password`: only the comment says what the last literal is, on its line or the next. */
export function readCommented(scan: Scan, start: number, end: number, kind: NameClass): boolean {
  const { text } = scan;
  const lineStart = lastIndexWithin(text, '\n', start - 1, start - LONGEST_LINE) + 1;
  if (start - lineStart > LONGEST_LINE || kind.type === 'CODE') return false;
  const before = text.slice(lineStart, start);
  if (!OPENING_SIGN.within(before)) return false;
  const comment = OPENED.exec(before)?.index;
  if (comment === undefined) return false;
  const lineEnd = endOfLine(text, end);
  const said = text.slice(lineStart + comment, Math.min(lineEnd, end + 60)).replace(DO_NOT, '');
  if (ABOUT.test(said)) return false;
  if (before.slice(0, comment).trim() !== '') return readLiteral(scan, lineStart, lineStart + comment, kind);
  return lineEnd < text.length && readLiteral(scan, lineEnd + 1, endOfLine(text, lineEnd + 1), kind);
}

function endOfLine(text: string, from: number): number {
  const end = indexWithin(text, '\n', from, from + LONGEST_LINE);
  return end < 0 ? Math.min(text.length, from + LONGEST_LINE) : end;
}

/** The last literal that may be what was named; none where something was found before. */
function readLiteral(scan: Scan, from: number, to: number, kind: NameClass): boolean {
  const line = scan.text.slice(from, to);
  if (!/\(|=/.test(line) || /<[A-Z_]+_\d+>/.test(line)) return false;
  const body = [...line.matchAll(LITERAL)].findLast((match) => isSecret(match[2] as string, kind));
  if (!body) return false;
  const start = from + body.index + 1;
  addHit(scan, start, start + (body[2] as string).length, 'commented', kind.type || 'SECRET', RANK.context);
  return true;
}

function isSecret(body: string, kind: NameClass): boolean {
  if (isOpen(body) || isPlace(body)) return false;
  if (APP_PASSWORD.test(body)) return kind.word && isDrawnPhrase(body);
  if (/\s/.test(body) || /^[\w.+-]+@[\w-]+\.[\w.-]+$/.test(body)) return false;
  if (kind.word && (isSigned(body) || isFullyMixed(body))) return true;
  const mixed = /\d/.test(body) && /[A-Za-z]/.test(body);
  if (isAddress(body)) return mixed && kind.strength === 'strong';
  return mixed && body.length >= (kind.word ? 8 : 12) && looksRandom(body) && !isIdentifier(body);
}
