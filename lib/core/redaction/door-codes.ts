import { BLANK, DIGIT, isAt, Units } from './chars.ts';
import { matchAt, textBefore } from './match-at.ts';
import { addHit, detector, RANK, type Scan } from './scan.ts';

/** What opens by a code, in the languages that people write to agents in. */
const THING =
  '(?:door|gate|gara[gj]|larm|safe\\b|tresor|fach\\b|tür|tor\\b|port(?:e|ail|al|[aã]o|en)\\b|coff?re|puerta|cancello|deur|poort|dörr|dør|bram|drzwi|sejf|двер|домофон|ворот|сейф)\\p{L}{0,8}';
const NAMED = new RegExp(`${THING}[ -]?$`, 'iu');
/** Groups: the thing, the code. */
const CODE = new RegExp(
  `([^\\n.!?;:=\\d]{0,24}?(?:f\\. )?${THING})?(?:[^\\n.!?;:=\\d]{0,24} (?:is|ist|es|est|è|é|to|är|er))?[ :=-]{1,3}([#*]?(?:\\d{4,8}|\\d{2,4}[A-Z]\\d{0,3}|[A-Z]\\d{3,6})#?)(?![\\w.:%/-]*\\w)`,
  'iuy',
);
const OTHER = /(?:error|status|exit|zip)[ -]$/i;
const SOON = 72;
/** `codes`, `kode`, `koden`, `code:` */
const GOES_ON = new Units(/[sen:]/);

/** Two digits on the same line: most codes in a text are none of these. */
function hasNumberSoon(text: string, from: number): boolean {
  for (let at = from; at < from + SOON; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || Number.isNaN(code)) return false;
    if (code < 58 && code > 47 && isAt(text, at + 1, DIGIT)) return true;
  }
  return false;
}

/** `code du portail est …`, `PIN f. Safe: …`, `Türcode: …`: what lets in at a door, and the next one. */
function readDoorCode(scan: Scan, start: number, end: number): void {
  const { text } = scan;
  if (!isAt(text, end, BLANK) && !GOES_ON.at(text, end)) return;
  if (!hasNumberSoon(text, end)) return;
  const before = textBefore(text, start, 24);
  let named = NAMED.test(before);
  for (let match = matchAt(CODE, text, end); match; match = matchAt(CODE, text, match.index + match[0].length)) {
    const code = match[2] as string;
    if ((!named && !match[1]) || OTHER.test(before)) return;
    const last = match.index + match[0].length;
    addHit(scan, last - code.length, last, 'door-code', 'CODE', RANK.context);
    named = false;
  }
}

export const DOOR_CODE_DETECTOR = detector('none', 'code|código|codigo|codice|kod|код|pin', readDoorCode);
