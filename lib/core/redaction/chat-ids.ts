import { ALNUM, DIGIT, isAt, skip, WORD } from './chars.ts';
import { chatOwner, isChatShape } from './chat-shapes.ts';
import { namesOf } from './key-path.ts';
import { readPersonalColumn } from './labels.ts';
import { matchAt, standsAt } from './match-at.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

/** Numbers by which a messenger knows a person, a group or a channel. */
const CHAT_NAME =
  /^(?:(?:tele?gram|tg|whats_?app|wa|discord|signal|viber|line|wechat|messenger|matrix|slack|imessage)_?(?:user|chat|group|channel|peer|guild|sender|account)?_?ids?|(?:chat|sender|peer|from|recipient|reply_?to_?sender|dm|forum_?topic|super_?group)_?ids?|(?:discord|guild|channel)_?ids?|(?:group_?)?allow_?from|allowed_?(?:users|chats|chat_ids)|owner_?allow_?from|psid|page_?scoped_?id|mxid|jid|source_?uuid|aci|pni|wa_?id)_?\d{0,2}$/i;
const snaked = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[ .-]+/g, '_');
export const isChatName = (name: string): boolean => CHAT_NAME.test(snaked(name));
/** Shorter numbers are rows of a table. */
const NUMBER = /^(?:(?:chat|user|group|channel|telegram|tg|tel|id|discord|whatsapp|signal|slack)[:_])?[-+]?\d{6,20}$/i;
/** `{"chat": {"id": …}}` */
const HOLDER = /^(?:chat|from|sender|sender_?chat|peer|author|recipient|member)$/i;
export const holdsChatId = (name: string): boolean => HOLDER.test(name) || chatOwner(name) !== null;
/** Signal knows people by these, and groups by 32 bytes. */
const SIGNAL = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[A-Za-z0-9+/]{43}=$/;
const OF_SIGNAL = /^(?:signal.*|source_?uuid|aci|pni|group_?id)$/i;

const add = (scan: Scan, start: number, end: number): void =>
  addHit(scan, start, end, 'chat-id', 'CHAT_ID', RANK.shape);

const LONGEST = 128;

/** The value of a leaf whose key is that of a chat or a person in it. */
export function readChatKey(scan: Scan): void {
  const { text, at } = scan;
  if (text.length > LONGEST || text.length < 6) return;
  const names = namesOf(at);
  const [key = '', above = ''] = names;
  const found = NUMBER.test(text) ? names.some(isChatName) || (/^id$/i.test(key) && HOLDER.test(above)) : false;
  if (found || isOwned(text, names) || (SIGNAL.test(text) && OF_SIGNAL.test(key))) add(scan, 0, text.length);
}

/** A number alone may count nanoseconds where `from` and `to` are said of anything. */
function isOwned(text: string, names: readonly string[]): boolean {
  if (!names.some((name) => chatOwner(name) !== null) || !isChatShape(text)) return false;
  return !/^\d+$/.test(text) || names.some((name) => chatOwner(name) === 'somebody');
}

const AFTER_NAME =
  /(?:[ _.-]?(?:user|chat|group|channel|peer|sender|account|room|conversation))?[ _.-]?ids?(?:_\d{1,2})?\\{0,7}["'`]?\]?(?:[ \t]{0,4}(?:[:=]{1,2}>?|is|was|to|as)[ \t]{0,4}|[ \t]{1,24})\\{0,7}["'`([]?(?=(?:[A-Za-z]{2,8}:)?-?\d)/iy;
const ID = /(?:[A-Za-z]{2,8}:)?-?\d{6,20}(?![\w.-]*[A-Za-z_])/y;

/** `chat_id: -1001234567890`, `Telegram chat id is 123456789`. */
function readNamed(scan: Scan, start: number, end: number): void {
  readPersonalColumn(scan, start, end, {
    asker: readNamed,
    isAbout: isChatName,
    read: (from, to) => {
      if (!NUMBER.test(scan.text.slice(from, to))) return false;
      add(scan, from, to);
      return true;
    },
  });
  const lead = matchAt(AFTER_NAME, scan.text, end);
  if (!lead) return;
  const id = matchAt(ID, scan.text, end + lead[0].length);
  if (id) add(scan, ID.lastIndex - id[0].length, ID.lastIndex);
}

const ROUTE =
  /(?:(?:dm|direct|group|channel|user|chat|thread|topic|slash|peer|default|main|bot|account|guild|uuid|room|team):){0,4}(?=[A-Za-z0-9+-])/iy;
const ROUTE_ID =
  /(?:[-+]?\d{6,20}|[ucr][0-9a-f]{32}|[ucdgtw](?=[a-z0-9]*\d)[a-z0-9]{8,12}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z0-9+/]{43}=)(?![\w-])/iy;

/** `agent:main:telegram:direct:123456789` */
function readRoute(scan: Scan, _start: number, end: number): void {
  const route = matchAt(ROUTE, scan.text, end);
  if (!route) return;
  const id = matchAt(ROUTE_ID, scan.text, end + route[0].length);
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

/** A number of ten digits or more behind `-100` names a group or channel of Telegram, wherever it stands. */
const SUPERGROUP = /-100\d{10}(?!\d)/y;

function readSupergroup(scan: Scan, start: number): void {
  if (!isAt(scan.text, start - 1, WORD) && standsAt(SUPERGROUP, scan.text, start)) add(scan, start, start + 14);
}

/** `"chat":{"id":…`, `"from":{"id":…`: as the messenger's own interface tells them. */
const NESTED =
  /(?:chat|from|sender_chat|user|sender|peer|author|recipient|member)\\{0,7}["']\s{0,4}:\s{0,4}\{\s{0,40}\\{0,7}["']id\\{0,7}["']\s{0,4}:\s{0,4}\\{0,7}["']?(-?\d{6,20})(?!\d)/y;

function readNested(scan: Scan, start: number): void {
  const id = matchAt(NESTED, scan.text, start)?.[1];
  if (!id) return;
  const end = NESTED.lastIndex;
  add(scan, end - id.length, end);
}

/** `allowFrom: ["tg:123456789", "…"]`, `ADMIN_IDS=123456789,…`: who may write to a bot. */
const ALLOWED =
  /\w{0,8}\\{0,7}["']?\s{0,4}[:=]\s{0,4}(?:[[{(]([^\])}\n]{1,600}|[^\])}]{1,600})[\])}]|["']?(\d[\d, ]{5,200}))/y;

function readAllowed(scan: Scan, _start: number, end: number): void {
  const match = matchAt(ALLOWED, scan.text, end);
  const list = match?.[1] ?? match?.[2];
  if (!list) return;
  const from = ALLOWED.lastIndex - (match?.[1] === undefined ? 0 : 1) - list.length;
  for (const id of list.matchAll(/(?:[a-z]{2,12}:)?[-+]?\d{6,20}(?!\w)/gi))
    add(scan, from + id.index, from + id.index + id[0].length);
}

/** As far as their numbers are ids of a messenger: nothing else has owners and administrators by number in one line. */
const GATEKEEPERS = ['owner_id', 'admin_id', 'allowed_user_ids', 'admin_chat', 'ownerids', 'adminids', 'allowed_ids'];

const LINKED =
  /(?:t\.me\/(?:c\/|joinchat\/|\+)|chat\.whatsapp\.com\/(?:invite\/)?|web\.telegram\.org\/[akz]\/#|discord(?:app)?\.com\/channels\/)(-?[\d/]{6,60}|(?<=joinchat\/|\+|com\/|invite\/)[\w-]{16,24}(?![\w-]))/iy;

/** `t.me/c/1234567890/12`, `discord.com/channels/…/…`, and what lets in who has it: `t.me/+…`, `chat.whatsapp.com/…` */
function readLinked(scan: Scan, start: number): void {
  const ids = matchAt(LINKED, scan.text, start)?.[1];
  if (!ids) return;
  const from = LINKED.lastIndex - ids.length;
  for (const id of ids.matchAll(/-?\d{7,20}|^[\w-]{16,24}$/g))
    add(scan, from + id.index, from + id.index + id[0].length);
}

export const CHAT_ID_DETECTORS: readonly Detector[] = [
  detector('none', '-100\\d', readSupergroup),
  detector('none', 'chat"|chat\\"|from"|from\\"|user"|sender"|author"|recipient"', readNested),
  detector(
    'none',
    ['allowfrom', 'allow_from', 'allowedusers', 'allowed_users', 'allowed_chat_ids', 'groupallowfrom', ...GATEKEEPERS],
    readAllowed,
  ),
  detector(
    'start',
    't.me/c/|t.me/+|t.me/joinchat/|chat.whatsapp.com/|web.telegram.org/|discord.com/channels/|discordapp.com/channels/',
    readLinked,
  ),
  detector(
    'none',
    'chat|sender|peer|telegram|tg_|whatsapp|discord|viber|wechat|guild|from_user|effective_user|wa_|recipient',
    readNamed,
  ),
  detector(
    'start',
    'telegram:|whatsapp:|discord:|signal:|imessage:|wechat:|feishu:|zalo:|slack:|line:|matrix:',
    readRoute,
  ),
  detector('none', '@s.whatsapp.net|@g.us|@c.us|@lid|@newsletter|@broadcast', readJid),
  detector('none', '<@', readMention),
];
