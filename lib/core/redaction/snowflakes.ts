import { ALNUM, isAt } from './chars.ts';
import { isListed, OWNER_BEFORE } from './chat-shapes.ts';
import { textBefore } from './match-at.ts';
import { addHit, RANK, type Scan } from './scan.ts';

const FEWEST = 17;
/** Of Google, whose users have one more. */
const MOST = 21;
const LEAD = 64;
/** How far around the messenger's name is looked for. */
const AROUND = 160;

const IN_ADDRESS =
  /(?:^|[/\s"'])(?:channels|users|guilds|members|roles|avatars|icons|banners|splashes|attachments|webhooks)\/(?:\d{17,21}\/)?$/;
const MENTION = /<(?:@[!&]?|#)$/;
/** `<Member id=`, as libraries print what they hold. */
const PRINTED = /<[A-Z][A-Za-z]{2,24} id=["']?$/;
const OF_A_MESSAGE =
  /(?:message|msg|event|nonce|trace|span|request|tweet|status|order|offset|time\w*|attachment|emoji|build|run|job|commit|seed|serial|sticker)s?(?:[._ -]?ids?)?\\{0,3}["'`]?[ \t]{0,3}[:=#]{0,2}[ \t]{0,3}\\{0,3}["'`]?$/i;
/** Of this century's moments, as clocks count them. */
const IN_NANOSECONDS = /^1[5-9]\d{17}$/;
const MESSENGER = /discord|guild|snowflake/i;
/** `"author": {"username": "…", "id": "`, `Logged in as … (ID: ` */
const IN_OBJECT =
  /(?:author|user|member|owner|guild|channel|recipient|sender|bot|inviter|creator|role)s?\\{0,7}["']?\s{0,4}:\s{0,4}\[?\s{0,20}\{[^{}]{0,160}\bid\\{0,7}["']?\s{0,4}:\s{0,4}\\{0,7}["']?$|(?:logged|signed) in as [^\n]{1,40}[([]ids?:? ?$/i;
const FARTHER = 240;

/** A long number that is the id of somebody on Discord, or of where they meet, by what stands around it. */
export function readSnowflake(scan: Scan, start: number, end: number): boolean {
  const { text } = scan;
  if (end - start < FEWEST || end - start > MOST || isAt(text, start - 1, ALNUM)) return false;
  if (text[start] === '0' || isAt(text, end, ALNUM) || /^[.]\d/.test(text.slice(end, end + 2))) return false;
  const lead = textBefore(text, start, LEAD);
  if (/\d[.-]$|-$/.test(lead) || OF_A_MESSAGE.test(lead)) return false;
  const named =
    isListed(scan, start) ||
    MENTION.test(lead) ||
    IN_ADDRESS.test(lead) ||
    PRINTED.test(lead) ||
    OWNER_BEFORE.test(lead) ||
    IN_OBJECT.test(textBefore(text, start, FARTHER));
  if (!named) {
    const around = text.slice(Math.max(0, start - AROUND), Math.min(text.length, end + AROUND / 2));
    if (IN_NANOSECONDS.test(text.slice(start, end)) || !MESSENGER.test(around)) return false;
  }
  addHit(scan, start, end, 'chat-id', 'CHAT_ID', RANK.shape);
  scan.digitsDone = Math.max(scan.digitsDone, end);
  return true;
}
