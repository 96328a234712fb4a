import { ALNUM, isAt } from './chars.ts';
import { readPersonalColumn } from './labels.ts';
import { matchAt, textBefore } from './match-at.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

const NUMBER = String.raw`(\+?\d{8,15})(?!\w|[.,-]\d)`;

const add = (scan: Scan, start: number, end: number): void => addHit(scan, start, end, 'phone', 'PHONE', RANK.pii);

/** Reads a number that stands last in what the expression matches. */
const lastOf =
  (pattern: RegExp): Detector['detect'] =>
  (scan, start) => {
    const number = matchAt(pattern, scan.text, start)?.[1];
    if (number) add(scan, pattern.lastIndex - number.length, pattern.lastIndex);
  };

/** `sip:0301234567@10.2.3.4` */
const ADDRESS = /sips?:(\+?\d{7,15})(?=[@;>])/iy;
/** `PJSIP/trunk/0301234567` */
const CHANNEL = /sip\/(?:[\w.-]{1,30}\/)?(\+?\d{7,15})(?=[@"',)\s/]|$)/iy;
/** `CallerID: "Dana" <4930…>`, `caller_id_number: …`, `called number …` */
const CALLER = new RegExp(
  String.raw`[a-z]{3,12}(?:[ _-]?(?:i?d|party|number|num|no|name|dest\w*)){0,3}["']?[ \t]{0,2}[:=]?[ \t]{0,2}(?:"{1,3}[^"\n]{0,40}"{1,3}[ \t]{0,2})?["'<(]{0,2}${NUMBER}`,
  'iy',
);
/** `TEL;TYPE=WORK,VOICE:…` */
const CARD = /tel(?:;[\w=",-]{1,40}){1,5}:(?:tel:)?(\(?\+?\d(?:[ ().-]{0,2}\d){6,14})(?!\w)/iy;
const WAYS = /src=["']?(\+?\d{7,15})["']?[ ,;&]{1,2}dst=["']?(\d{7,15})(?!\w)/dy;
/** `"Dana" <4930…>`, quoted again as a field of a list. */
const NAMED = /"{1,3} ?<(\+?\d{8,15})(?=>)/y;

function readWays(scan: Scan, start: number): void {
  for (const place of matchAt(WAYS, scan.text, start)?.indices?.slice(1) ?? [])
    if (place) add(scan, place[0], place[1]);
}

const DIALLED = /(?<!\w)\+?\d{7,15}$/;

/** `[0301234567@from-internal:1]` */
function readDialled(scan: Scan, start: number): void {
  const number = DIALLED.exec(textBefore(scan.text, start, 17))?.[0];
  if (number) add(scan, start - number.length, start);
}

/** `calldate,src,dst,duration`: both columns of a list of calls. */
function readCalls(scan: Scan, start: number): void {
  const { text } = scan;
  for (const [asker, at] of [
    [ADDRESS, start],
    [CHANNEL, start + 4],
  ] as const)
    readPersonalColumn(scan, at, at + 3, {
      asker,
      isAbout: (head) => /^(?:src|dst)$/i.test(head),
      read: (from, to) => {
        if (!/^\+?\d{7,15}$/.test(text.slice(from, to))) return false;
        add(scan, from, to);
        return true;
      },
    });
}

const BANKS = ['ybl', 'upi', 'paytm', 'okaxis', 'oksbi', 'okhdfcbank', 'okicici', 'ibl', 'axl', 'apl'];

/** `9876543210@ybl`: who pays in India by telephone is known by the number, or a name. */
function readPayer(scan: Scan, start: number, end: number): void {
  const local = /(?<![\w.+-])[a-z0-9][\w.-]{2,40}$/i.exec(textBefore(scan.text, start, 42))?.[0];
  if (local !== undefined && !isAt(scan.text, end, ALNUM) && scan.text[end] !== '.')
    addHit(scan, start - local.length, end, 'payment-handle', 'EMAIL', RANK.pii);
}

export const CALL_LOG_DETECTORS: readonly Detector[] = [
  detector('start', 'sip:\\d|sip:+\\d|sips:\\d|sips:+\\d', lastOf(ADDRESS)),
  detector('none', 'sip/', lastOf(CHANNEL)),
  detector(
    'start',
    'callerid|caller_id|caller id|caller num|calling num|calling part|callingpart|calling_num|called num|called_num|called part|calledpart|destination_number|dialed|dialled|dialing|cid_num|clid=|ani=\\d|dnis=\\d',
    lastOf(CALLER),
  ),
  detector('start', 'tel;', lastOf(CARD)),
  detector('start', 'src=\\d|src="\\d|src=+', readWays),
  detector('none', '" <\\d|" <+\\d', lastOf(NAMED)),
  detector('none', '@from-', readDialled),
  detector('start', 'src,dst|src;dst', readCalls),
  detector(
    'none',
    BANKS.map((bank) => `@${bank}`),
    readPayer,
  ),
];
