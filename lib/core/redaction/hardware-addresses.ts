import { HEX_UNIT } from './automaton.ts';
import { HEX, isAt, WORD } from './chars.ts';
import { matchAt, standsAt, textBefore } from './match-at.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

/** Two addresses and a type, as a firewall logs the head of a frame. */
const ETHERNET = /^(?:[0-9a-f]{2}:){13}[0-9a-f]{2}$/i;
/** As BSD and macOS write it, without leading zeros. */
const SHORT_MAC = /^(?:[0-9a-f]{1,2}:){5}[0-9a-f]{1,2}$/i;
const MAC = /^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/i;
const isCommonMac = (run: string): boolean =>
  /^(?:ff[:-]?){6}$|^(?:00[:-]?){6}$|^(?:33[:-]33|01[:-]00[:-]5e)/i.test(run);

const add = (scan: Scan, start: number, end: number): void => addHit(scan, start, end, 'mac', 'MAC_ADDRESS', RANK.pii);

/** A run of hexadecimal digits and colons that is one address of a network card or two. */
export function readMac(scan: Scan, start: number, run: string): boolean {
  if (ETHERNET.test(run)) {
    add(scan, start, start + 17);
    add(scan, start + 18, start + 35);
    return true;
  }
  if (!SHORT_MAC.test(run)) return false;
  const sure = run.length === 17 ? MAC.test(run) : /[a-f]\w:|\d[a-f]|[a-f]\d/i.test(run);
  if (sure && !isCommonMac(run)) add(scan, start, start + run.length);
  return true;
}

const BESIDE_MAC =
  /(?:[ _-]?(?:addr(?:ess)?|id|64|48|address|주소|地址|アドレス|adresse|adres))?\\{0,7}["'`]?[ \t]{0,4}[:=#：]{0,2}>?[ \t]{0,4}(?:is[ \t])?\\{0,7}["'`]?((?:0x)?[0-9a-f]{16}|[0-9a-f]{12}|(?:[0-9a-f]{2}_){5}[0-9a-f]{2}|(?:[0-9a-f]{2}\.){5}[0-9a-f]{2}|(?:[0-9a-f]{2}-){7}[0-9a-f]{2})(?![\w-])/iy;

/** `mac: 4c5e0c1234ab`: without signs between, it is one only beside its name. */
function readNamedMac(scan: Scan, start: number, end: number): void {
  const before = /(?<![\w-])([0-9a-f]{12}) ?\($/i.exec(textBefore(scan.text, start, 15))?.[1];
  if (before && /\d/.test(before) && /[a-f]/i.test(before)) {
    const from = scan.text.lastIndexOf(before, start);
    add(scan, from, from + 12);
  }
  const mac = matchAt(BESIDE_MAC, scan.text, end)?.[1];
  if (mac && /\d/.test(mac) && /[a-f]/i.test(mac)) add(scan, BESIDE_MAC.lastIndex - mac.length, BESIDE_MAC.lastIndex);
}

const UNDERSCORED_MAC = /(?<![0-9A-Za-z])dev_((?:[0-9A-F]{2}_){5}[0-9A-F]{2})(?![0-9A-Za-z])/y;

/** `dev_4C_5E_0C_12_34_AB`: how BlueZ names a device. */
function readDevice(scan: Scan, start: number): void {
  if (standsAt(UNDERSCORED_MAC, scan.text, start)) add(scan, start + 4, start + 21);
}

const DOTTED_MAC = /[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![\w.])/iy;

/** `4c5e.0c12.34ab`, as switches write it. */
function readDottedMac(scan: Scan, at: number): void {
  const start = at - 4;
  if (start < 0 || isAt(scan.text, start - 1, WORD | 32)) return;
  const match = matchAt(DOTTED_MAC, scan.text, start);
  const lettered = match?.[0].split('.').filter((group) => /[a-f]/i.test(group)).length ?? 0;
  if (match && lettered > 1 && /\d/.test(match[0]) && !isCommonMac(match[0].replaceAll('.', '')))
    add(scan, start, start + 14);
}

const DASHED_MAC = /(?:[0-9A-Fa-f]{2}-){5}[0-9A-Fa-f]{2}(?![\w-])/y;

const isHexPair = (text: string, at: number): boolean =>
  isAt(text, at, HEX) && isAt(text, at + 1, HEX) && !isAt(text, at - 1, HEX);

function readDashes(scan: Scan, at: number, end: number): void {
  const { text } = scan;
  if (text[end + 2] !== '-' && text[at - 2] !== '-') return;
  let start = end - 3;
  for (let pairs = 1; pairs < 6 && text[start - 1] === '-' && isHexPair(text, start - 3); pairs++) start -= 3;
  if (start < 0 || isAt(text, start - 1, WORD) || text[start - 1] === '-') return;
  const match = matchAt(DASHED_MAC, text, start);
  if (match && /[A-Fa-f]/.test(match[0]) && !isCommonMac(match[0])) add(scan, start, start + match[0].length);
}

export const HARDWARE_DETECTORS: readonly Detector[] = [
  detector('start', 'mac|hwaddr|hw addr|hw_addr|eui64|eui-64|eui48|eui-48|ieee|bssid|ethernet|bluetooth', readNamedMac),
  detector('none', 'dev_', readDevice),
  detector('none', [`.${HEX_UNIT}${HEX_UNIT}${HEX_UNIT}${HEX_UNIT}.`], readDottedMac),
  detector('none', '\\d-', readDashes),
];
