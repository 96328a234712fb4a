import { ALNUM, isAt, isWordAt, lastIndexWithin } from './chars.ts';
import { isListed, OWNER_BEFORE, SLACK } from './chat-shapes.ts';
import { standsAt } from './match-at.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

const ID = new RegExp(`${SLACK}(?![A-Za-z0-9_-]|\\.[A-Za-z0-9])`, 'y');
const LEAD = 64;
const AROUND = 160;
const SPOKEN_OF = /slack|"ts":|thread_ts|xox[abps]-/i;

function addId(scan: Scan, at: number): boolean {
  if (isAt(scan.text, at - 1, ALNUM)) return false;
  if (!standsAt(ID, scan.text, at)) return false;
  addHit(scan, at, ID.lastIndex, 'chat-id', 'CHAT_ID', RANK.shape);
  return true;
}

/** `"U0…"`: behind the name of somebody or of a place, or where Slack is spoken of. */
function readQuoted(scan: Scan, start: number, end: number): void {
  const { text } = scan;
  const at = end - 2;
  if (!isAt(text, at, 4) || !isAt(text, at + 4, ALNUM)) return;
  const named =
    OWNER_BEFORE.test(text.slice(Math.max(0, start - LEAD), at)) ||
    isListed(scan, at) ||
    text[start - 1] === '<' ||
    SPOKEN_OF.test(text.slice(Math.max(0, start - AROUND), start + AROUND));
  if (named) addId(scan, at);
}

const VALUE =
  /[\w.]{0,12}\\{0,3}["'`]?[ \t]{0,3}[:=]{0,2}[ \t]{0,3}(?:\[\s{0,8})?\\{0,3}["'`]?(?=[UWCDGTBE][A-Z0-9]{8})/y;

/** `"user":"U…"`, `channel C…`: the older ids, and what no quote stands before. */
function readNamed(scan: Scan, _start: number, end: number): void {
  const { text } = scan;
  if (isWordAt(text, end) && text[end] !== '_' && !/^I[dD]/.test(text.slice(end, end + 2))) return;
  if (standsAt(VALUE, text, end)) addId(scan, VALUE.lastIndex);
}

const WORDS = new RegExp(`(?<![A-Za-z0-9_])${SLACK}`, 'g');
const BEHIND = 200;
const BEFORE = 48;

/** All ids in the line that the messenger is named in. */
function readLine(scan: Scan, start: number, end: number): void {
  const { text } = scan;
  if (start < (scan.done.get(readLine) ?? 0)) return;
  const from = Math.max(0, start - BEFORE, lastIndexWithin(text, '\n', start, start - BEFORE) + 1);
  const line = text.slice(from, end + BEHIND).split('\n', 1)[0] as string;
  scan.done.set(readLine, from + line.length);
  for (const { index } of line.matchAll(WORDS)) addId(scan, from + index);
}

const QUOTED = ['"', "'", '=', '(', '/', '#'].flatMap((sign) => [...'ucdtgwb'].map((kind) => `${sign}${kind}0`));

export const SLACK_DETECTORS: readonly Detector[] = [
  detector('none', [...QUOTED, 'user u0', 'member u0', 'channel c0', 'team t0', 'id u0', 'id c0'], readQuoted),
  detector('none', 'user"|user_id"|channel"|channel_id|team"|team_id', readNamed),
  detector('none', 'slack', readLine),
];
