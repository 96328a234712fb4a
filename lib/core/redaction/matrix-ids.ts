import { ALNUM, isAt, WORD } from './chars.ts';
import { isNobody } from './mail.ts';
import { matchAt, standsAt } from './match-at.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

const HOST = String.raw`((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6})([a-z]{2,24})(?::\d{2,5}(?!\d))?(?![\w(=-]|\.\w|:\w)`;
const USER = new RegExp(`@([a-z0-9._=+-]{1,64}):${HOST}`, 'y');
const ROOM = new RegExp(`![A-Za-z0-9_-]{10,44}:${HOST}`, 'y');
/** Ends of hosts that are no ends of files or members of something. */
const PUBLIC =
  /^(?:com|org|net|io|dev|eu|de|fr|nl|be|at|ch|it|es|pt|se|no|fi|dk|uk|ie|ru|ua|cz|hu|ro|gr|jp|kr|cn|tw|in|au|nz|br|mx|ar|ca|us|me|im|tv|chat|app|cloud|tech|social|network|systems|xyz|info|biz|space|online|site|page|zone|club|host|one|live|world|family|home|lan|local|internal|corp|edu|gov|test|example)$/;
const CONTEXT = /matrix|m\.room|homeserver|synapse|dendrite|mxid|room_id/i;
const AROUND = 160;

/** What use-site targets of annotations and events of templates begin with as well. */
const TARGET = /^(?:file|get|set|field|param|property|receiver|setparam|delegate|update|click|type|import|media)$/;

const isHost = (text: string, start: number, top: string): boolean =>
  PUBLIC.test(top) || CONTEXT.test(text.slice(Math.max(0, start - AROUND), start + AROUND));

/** `@dana:kestrel.org` */
function readUser(scan: Scan, start: number): void {
  const { text } = scan;
  if (!isAt(text, start + 1, ALNUM) || isAt(text, start - 1, WORD) || text[start - 1] === '.') return;
  const [, local = '', domain = '', top = ''] = matchAt(USER, text, start) ?? [];
  if (top === '' || TARGET.test(local) || isNobody(local, domain + top) || !isHost(text, start, top)) return;
  addHit(scan, start, USER.lastIndex, 'chat-id', 'CHAT_ID', RANK.pii);
}

/** Where a room may be named; its own sign stands before too many other things. */
const LEAD = /[\w ./-]{0,24}\\{0,3}["'`]?[ \t]{0,3}[:=]?[ \t]{0,3}(?:[[{(]\s{0,8})?\\{0,3}["'`]?(?=!)/y;

/** `room !abc…:kestrel.org`, `rooms/!…`, `"!…"` */
function readRoom(scan: Scan, _start: number, end: number): void {
  const { text } = scan;
  const at = text[end - 1] === '!' ? end - 1 : standsAt(LEAD, text, end) ? LEAD.lastIndex : -1;
  if (at < 0) return;
  const top = matchAt(ROOM, text, at)?.[2];
  if (top === undefined || !isHost(text, at, top)) return;
  addHit(scan, at, ROOM.lastIndex, 'chat-id', 'CHAT_ID', RANK.pii);
}

export const MATRIX_DETECTORS: readonly Detector[] = [
  detector('none', '@', readUser),
  detector('none', 'room|matrix|"!|\'!|:!|/!', readRoom),
];
