import { ALNUM, DIGIT, isAt, skip, WORD } from './chars.ts';
import { namesOf } from './key-path.ts';
import { addHit, type Detector, RANK, type Scan } from './scan.ts';

/** Numbers by which a messenger knows a person, a group or a channel. */
const CHAT_NAME =
  /^(?:(?:tele?gram|tg|whats_?app|wa|discord|signal|viber|line|wechat|messenger|matrix|slack|imessage)_?(?:user|chat|group|channel|peer|guild|sender|account)?_?ids?|(?:chat|sender|peer|from|reply_?to_?sender|dm|forum_?topic|super_?group)_?ids?|(?:discord|guild|channel)_?ids?)_?\d{0,2}$/i;
const snaked = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[ .-]+/g, '_');
export const isChatName = (name: string): boolean => CHAT_NAME.test(snaked(name));
/** Shorter numbers are rows of a table. */
const NUMBER = /^(?:(?:chat|user|group|channel|telegram|tg|tel|id)[:_])?-?\d{6,20}$/i;

const add = (scan: Scan, start: number, end: number): void =>
  addHit(scan, start, end, 'chat-id', 'CHAT_ID', RANK.shape);

/** The value of a leaf whose key is that of a chat or a person in it. */
export function readChatKey(scan: Scan): void {
  if (scan.text.length > 40 || !NUMBER.test(scan.text)) return;
  if (namesOf(scan.at).some(isChatName)) add(scan, 0, scan.text.length);
}

const AFTER_NAME =
  /(?:[ _-]?(?:user|chat|group|channel|peer|sender|account|room|conversation))?[ _-]?ids?(?:_\d{1,2})?\\{0,7}["'`]?\]?(?:[ \t]{0,4}(?:[:=]{1,2}>?|is|was|to|as)[ \t]{0,4}|[ \t]{1,24})\\{0,7}["'`([]?(?=(?:[A-Za-z]{2,8}:)?-?\d)/iy;
const ID = /(?:[A-Za-z]{2,8}:)?-?\d{6,20}(?![\w.-]*[A-Za-z_])/y;

/** `chat_id: -1001234567890`, `Telegram chat id is 123456789`. */
function readNamed(scan: Scan, _start: number, end: number): void {
  AFTER_NAME.lastIndex = end;
  const lead = AFTER_NAME.exec(scan.text);
  if (!lead) return;
  ID.lastIndex = end + lead[0].length;
  const id = ID.exec(scan.text);
  if (id) add(scan, ID.lastIndex - id[0].length, ID.lastIndex);
}

const ROUTE =
  /(?:(?:dm|direct|group|channel|user|chat|thread|topic|slash|peer|default|main|bot|account):){0,4}(?=[-+]?\d)/iy;
const ROUTE_ID = /[-+]?\d{6,20}(?![\w-])/y;

/** `agent:main:telegram:direct:123456789` */
function readRoute(scan: Scan, _start: number, end: number): void {
  ROUTE.lastIndex = end;
  const route = ROUTE.exec(scan.text);
  if (!route) return;
  ROUTE_ID.lastIndex = end + route[0].length;
  const id = ROUTE_ID.exec(scan.text);
  if (id) add(scan, ROUTE_ID.lastIndex - id[0].length, ROUTE_ID.lastIndex);
}

/** `491701234567@s.whatsapp.net`, `120363012345678901@g.us` */
function readJid(scan: Scan, start: number, end: number): void {
  if (isAt(scan.text, end, WORD)) return;
  let from = start;
  while (from > 0 && start - from < 40 && /[\d:.-]/.test(scan.text[from - 1] as string)) from--;
  if (start - from >= 6 && !isAt(scan.text, from - 1, WORD)) add(scan, from, end);
}

/** `<@123456789012345678>`, `<@U024BE7LH>` */
function readMention(scan: Scan, _start: number, end: number): void {
  const { text } = scan;
  const from = /[!&]/.test(text[end] ?? '') ? end + 1 : end;
  const digits = skip(text, from, DIGIT, from + 21);
  if (digits - from >= 17 && text[digits] === '>') add(scan, from, digits);
  else if (/[UW]/.test(text[from] ?? '')) {
    const close = skip(text, from, ALNUM, from + 14);
    if (close - from >= 9 && /^[A-Z0-9]+$/.test(text.slice(from, close)) && /[>|]/.test(text[close] ?? ''))
      add(scan, from, close);
  }
}

export const CHAT_ID_DETECTORS: readonly Detector[] = [
  {
    keywords: ['chat', 'sender', 'peer', 'telegram', 'tg_', 'whatsapp', 'discord', 'viber', 'wechat', 'guild'],
    boundary: 'none',
    detect: readNamed,
  },
  {
    keywords: ['telegram:', 'whatsapp:', 'discord:', 'signal:', 'imessage:', 'wechat:', 'feishu:', 'zalo:'],
    boundary: 'start',
    detect: readRoute,
  },
  { keywords: ['@s.whatsapp.net', '@g.us', '@c.us', '@lid'], boundary: 'none', detect: readJid },
  { keywords: ['<@'], boundary: 'none', detect: readMention },
];
