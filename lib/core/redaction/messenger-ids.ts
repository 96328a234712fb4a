import { ALNUM, isAt } from './chars.ts';
import { chatShapeEnd } from './chat-shapes.ts';
import { matchAt, standsAt, textBefore } from './match-at.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

const add = (scan: Scan, start: number, end: number): void =>
  addHit(scan, start, end, 'chat-id', 'CHAT_ID', RANK.shape);

const REACH = 200;
/** In a line about a messenger: who, then a number. */
const NUMBERED =
  /(?<![A-Za-z])(?:users?|chats?|ids?|from|to|as|for|senders?|targets?|peers?|recipients?|owners?|admins?|members?|groups?|channels?|accounts?|dm|jid|number)(?:[ _.-]?ids?)?\\{0,3}["'`]?[ \t]{0,2}[:=(#]?[ \t]{0,2}\\{0,3}["'`]?(-?\d{7,14})(?![\w.,-]*\w)/gi;

/** `[telegram] message from unauthorized sender 123456789`: numbers that a line about a messenger tells. */
function readLine(scan: Scan, start: number, end: number): void {
  const { text } = scan;
  if (start < (scan.done.get(readLine) ?? 0)) return;
  const line = text.slice(start, end + REACH).split('\n', 1)[0] as string;
  scan.done.set(readLine, start + line.length);
  for (const { index, 0: found, 1: id = '' } of line.matchAll(NUMBERED))
    if (!/^(?:19|20)\d{6}$/.test(id)) add(scan, start + index + found.length - id.length, start + index + found.length);
}

/** `PeerUser(user_id=…)`, `"PeerUser", "user_id": …`: as libraries of Telegram print. */
const PEER = /(?:\(|["']\s{0,4},\s{0,4}["'])(?:user|channel|chat)_id["']?\s{0,2}[=:]\s{0,2}(-?\d{5,16})(?!\d)/iy;

function readPeer(scan: Scan, _start: number, end: number): void {
  const id = matchAt(PEER, scan.text, end)?.[1];
  if (id) add(scan, PEER.lastIndex - id.length, PEER.lastIndex);
}

const TG = /tg:\/\/[a-z_]{2,20}\?(?:[a-z_]{1,20}=[\w-]{1,40}&){0,4}(?:id|user_id|chat_id|channel)=(-?\d{5,16})(?!\d)/iy;

function readTg(scan: Scan, start: number): void {
  const id = matchAt(TG, scan.text, start)?.[1];
  if (id) add(scan, TG.lastIndex - id.length, TG.lastIndex);
}

/** `get_channel(…)`, `userId: "U4af…"`: an id of which the shape is known. */
const VALUE = /s?(?:_?id)?\\{0,3}["'`]?\]?[ \t]{0,3}[:=(]{0,2}[ \t]{0,3}(?:\[\s{0,8})?\\{0,3}["'`]?(?=[A-Za-z\d])/iy;

function readShaped(scan: Scan, _start: number, end: number): void {
  if (!standsAt(VALUE, scan.text, end)) return;
  const close = chatShapeEnd(scan.text, VALUE.lastIndex);
  if (close > 0) add(scan, VALUE.lastIndex, close);
}

/** What has such a beginning is nothing else. */
function readEvident(scan: Scan, start: number): void {
  if (isAt(scan.text, start - 1, ALNUM)) return;
  const close = chatShapeEnd(scan.text, start);
  if (close > 0) add(scan, start, close);
}

const THREAD = /19:[\w-]{20,80}$/;

function readThread(scan: Scan, start: number): void {
  const from = Math.max(0, start - 84);
  const head = THREAD.exec(scan.text.slice(from, start))?.[0];
  if (head !== undefined) readEvident(scan, start - head.length);
}

function readChatroom(scan: Scan, start: number, end: number): void {
  const digits = /(?<!\w)\d{6,14}$/.exec(textBefore(scan.text, start, 15))?.[0];
  if (digits !== undefined && !isAt(scan.text, end, ALNUM)) add(scan, start - digits.length, end);
}

const APPLE = /(?:imessage|sms|any);[+-];(chat\d{9,24})(?!\w)/iy;

function readApple(scan: Scan, start: number): void {
  const id = matchAt(APPLE, scan.text, start)?.[1];
  if (id) add(scan, APPLE.lastIndex - id.length, APPLE.lastIndex);
}

const SPACE = /spaces\/(AA[\w-]{9})(?![\w-])/y;

function readSpace(scan: Scan, start: number): void {
  const id = matchAt(SPACE, scan.text, start)?.[1];
  if (id) add(scan, SPACE.lastIndex - id.length, SPACE.lastIndex);
}

const QQ =
  /(?:qq)?[ _]?(?:群|号|群号|number|no|id)?["'`]?[ \t]{0,2}[:：=]{0,1}[ \t]{0,2}["'`]?([1-9]\d{5,10})(?![\w.-])/iy;

function readQq(scan: Scan, start: number): void {
  const id = matchAt(QQ, scan.text, start)?.[1];
  if (id) add(scan, QQ.lastIndex - id.length, QQ.lastIndex);
}

const RUN = /(?<![A-Za-z0-9])(?:[UCR][0-9a-f]{32}|o[cun]_[0-9a-f]{32}|npub1[02-9ac-hj-np-z]{58})(?![A-Za-z0-9])/g;
export const SHORTEST_CHAT_RUN = 33;

/** Ids that are known by the whole of their shape, in a run of letters and digits. */
export function readChatRun(scan: Scan, start: number, run: string): void {
  RUN.lastIndex = 0;
  for (let match = RUN.exec(run); match; match = RUN.exec(run)) add(scan, start + match.index, start + RUN.lastIndex);
}

export const MESSENGER_DETECTORS: readonly Detector[] = [
  detector('none', 'telegram|whatsapp|viber|wechat|imessage|zalo', readLine),
  detector('none', 'peeruser|peerchannel|peerchat', readPeer),
  detector('none', 'tg://', readTg),
  detector('none', 'openid|open_id|unionid|union_id', readShaped),
  detector('none', 'wxid_|8:orgid:|29:1', readEvident),
  detector('none', '@thread.|@unq.gbl', readThread),
  detector('none', '@chatroom', readChatroom),
  detector('start', 'imessage;|sms;|any;', readApple),
  detector('none', 'spaces/aa', readSpace),
  detector('start', 'qq号|qq:|qq：|qq群|群号|qq number|qq=', readQq),
];
