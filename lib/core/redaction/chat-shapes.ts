import { standsAt } from './match-at.ts';
import type { Scan } from './scan.ts';

/**
 * Ids of messengers whose shape nearly says it. Beside a name that says whose id it is (`user`, `channel`, …), no other
 * thing looks so; a bare number of fewer digits may be a row of any table.
 */

/** Discord, and who else counts so: milliseconds, worker, sequence. */
const SNOWFLAKE = String.raw`[1-9]\d{16,19}`;
/** Slack: user, workspace member, channel, direct message, group, team, bot, organisation. */
export const SLACK = String.raw`[UWCDGTBE](?=0[A-Z0-9]*[A-Z]|[A-Z0-9]*\d[A-Z0-9]*[A-Z])[A-Z0-9]{8,11}`;
/** LINE: user, group, room. */
const LINE = '[UCR][0-9a-f]{32}';
/** Feishu and Lark: user by app, by company, chat. */
const FEISHU = 'o[cun]_[0-9a-f]{32}';
/** Teams: conversations, bots' users, members of an organisation. */
const TEAMS = String.raw`19:[\w-]{20,80}@(?:thread\.(?:v2|tacv2|skype)|unq\.gbl\.spaces)|29:1[\w-]{40,100}|8:orgid:[0-9a-f-]{36}`;
/** WeChat: what an application knows its users by. */
const OPEN = String.raw`o(?=[\w-]*\d)(?=[\w-]*[A-Z])[\w-]{27,28}`;
const WECHAT = String.raw`wxid_[a-z0-9]{10,20}|\d{6,14}@chatroom`;

/** Matrix: a room on the host that made it. */
const ROOM = '![A-Za-z0-9_-]{10,44}:[a-z0-9.-]{4,80}';

const EVIDENT = [SNOWFLAKE, SLACK, LINE, FEISHU, TEAMS, WECHAT, OPEN, ROOM].join('|');
const AT = new RegExp(`(?:${EVIDENT})(?![A-Za-z0-9_]|[.-][A-Za-z0-9])`, 'y');
const WHOLE = new RegExp(`^(?:${EVIDENT})$`);

/** Exclusive end of the id of a messenger that begins at `start`; 0 when none does. */
export function chatShapeEnd(text: string, start: number): number {
  return standsAt(AT, text, start) ? AT.lastIndex : 0;
}

export const isChatShape = (text: string): boolean => WHOLE.test(text);

/** Whoever and whatever has an id in a messenger. */
const WHO =
  'users?|members?|authors?|owners?|guilds?|channels?|recipients?|rooms?|groups?|teams?|workspaces?|enterprises?|creators?|inviters?|senders?|bots?|admins?|moderators?|mods?|participants?|accounts?|chats?|conversation|dms?|friends?|blocked|banned|peers?|snowflakes?';
/** Said of anything that is sent, moments in time included. */
const ANYTHING = 'from|to|sources?|targets?|destinations?|threads?|open|union|fromuser(?:name)?|touser(?:name)?';
const OWNED = new RegExp(`(?:^|_)(?:(?:(${WHO})|${ANYTHING})(?:_?ids?)?|(roles?)_?ids?)$`);
const snaked = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[ .-]+/g, '_')
    .toLowerCase();

type Owner = 'somebody' | 'anything' | null;
const KNOWN = new Map<string, Owner>();
const KNOWN_AT_MOST = 8192;

/** `authorId`, `LOG_CHANNEL`, `user`: what stands there may be the id of somebody or of where they meet. */
export function chatOwner(name: string): Owner {
  const known = KNOWN.get(name);
  if (known !== undefined) return known;
  const match = name.length < 48 ? OWNED.exec(snaked(name)) : null;
  const owner = match === null ? null : (match[1] ?? match[2]) === undefined ? 'anything' : 'somebody';
  if (KNOWN.size >= KNOWN_AT_MOST) KNOWN.clear();
  KNOWN.set(name, owner);
  return owner;
}

/** The same before a value in running text: `author.id !== "`, `guild=`, `users.fetch('`, `member `. */
export const OWNER_BEFORE = new RegExp(
  String.raw`(?<![A-Za-z])(?:\w{0,24}[a-z0-9_])?(?:${WHO}|roles?)(?:[._ -]?ids?)?(?:[_.](?:fetch|get|add|has|push|cache\.get|send|kick|ban))?[\]})]?\\{0,3}["'\x60]?[ \t]{0,3}(?:[:=!]{1,3}>?|\||is|was|by|of)?[ \t]{0,3}(?:[[({<]{1,2}\s{0,8})?\\{0,3}["'\x60]?$`,
  'i',
);

const LISTED = /^\s{0,8}["'`]?\s{0,8},\s{0,8}["'`]?$/;

/** The next id in a list of which the one before was found. */
export function isListed(scan: Scan, start: number): boolean {
  const last = scan.hits.at(-1);
  return (
    last?.rule === 'chat-id' &&
    last.end <= start &&
    last.end > start - 24 &&
    LISTED.test(scan.text.slice(last.end, start))
  );
}
