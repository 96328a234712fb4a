import { matchAt, textBefore } from './match-at.ts';
import { looksRandom } from './randomness.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';
import { isMadeUp } from './secret-words.ts';
import { isOpen, isPlace } from './values.ts';

const leadsOn = (body: string): boolean => isOpen(body) || isPlace(body);

function add(scan: Scan, start: number, body: string): void {
  if (!leadsOn(body)) addHit(scan, start, start + body.length, 'account-file', 'PASSWORD', RANK.shape);
}

const BESIDE = /([^\s"'`,;<>|/]{6,64})(?=[\s"'`,;|]|$)/y;

/** `kim@x.net:…`: lists of accounts keep mailbox and password so. */
export function readBesideMail(scan: Scan, at: number): void {
  const body = matchAt(BESIDE, scan.text, at)?.[1];
  if (!body || leadsOn(body)) return;
  if (isMadeUp(body) || (body.length >= 12 && looksRandom(body))) add(scan, at, body);
}

const RELAY = /\]?:\d{2,5}[ \t]+["']?[\w.@+-]{1,64}:([^\s"']{4,128})/y;

/** `[smtp.x.net]:587 kim:…`: what Postfix logs in to a relay with. */
function readRelay(scan: Scan, start: number): void {
  const body = matchAt(RELAY, scan.text, start)?.[1];
  if (body) add(scan, RELAY.lastIndex - body.length, body);
}

const SNMP_USER =
  /[ \t]+[\w.-]{1,64}[ \t]+(?:MD5|SHA(?:-\d{3})?)[ \t]+(?:"([^"\n]{4,128})"|([^\s"]{4,128}))(?:[ \t]+(?:DES|AES(?:-?\d{3})?)[ \t]+(?:"([^"\n]{4,128})"|([^\s"]{4,128})))?/iy;

/** `createUser kim SHA "…" AES "…"` */
function readSnmpUser(scan: Scan, end: number): void {
  const match = matchAt(SNMP_USER, scan.text, end);
  if (!match) return;
  let from = end;
  for (const body of [match[1] ?? match[2], match[3] ?? match[4]]) {
    if (body === undefined) continue;
    const start = scan.text.indexOf(body, from);
    add(scan, start, body);
    from = start + body.length;
  }
}

const DIALLED = /["\t][ \t]?\*[ \t]"?([^\s"*]{4,64})"?[ \t]*(?:[ \t](?:\*|"\*?"|[\d.]{7,15}))?[ \t]*(?=\r?\n|$)/y;

/** `"kim" * "…" *`: how PPP keeps its secrets. */
function readDialled(scan: Scan, start: number): void {
  const body = matchAt(DIALLED, scan.text, start)?.[1];
  if (!body || !/\d|[^\w.-]/.test(body)) return;
  const at = start + scan.text.slice(start, DIALLED.lastIndex).indexOf(body);
  add(scan, at, body);
}

const SENT = /(?:[ \t]+--)?[ \t]+\\{0,3}["']([^"'\\\n$]{4,64})\\{1,4}[rn]/y;

/** `expect "assword:"; send "…\r"` */
function readSent(scan: Scan, start: number, end: number): void {
  if (!/ass(?:word|phrase)[^\n]{0,24}[\s;}]{1,40}(?:exp_)?$/i.test(textBefore(scan.text, start, 80))) return;
  const body = matchAt(SENT, scan.text, end)?.[1];
  if (!body) return;
  add(scan, scan.text.indexOf(body, end), body);
}

export const ACCOUNT_FILE_DETECTORS: readonly Detector[] = [
  detector('none', ']:\\d\\d', readRelay),
  detector('start', 'createuser ', (scan, _start, end) => readSnmpUser(scan, end - 1)),
  detector('none', '" * "|\t*\t', readDialled),
  detector('start', 'send "|send --|send \\"', (scan, start) => readSent(scan, start, start + 4)),
];
