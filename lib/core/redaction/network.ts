import { HEX_UNIT } from './automaton.ts';
import { ALNUM, DIGIT, HEX, isAt, skip, skipBack, WORD } from './chars.ts';
import { readMac } from './hardware-addresses.ts';
import { matchAt, textBefore } from './match-at.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

const IPV4 = /(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?!\d)(?!\.\d(?!\d{0,4}(?: >|:)))/y;
const VERSION_BEFORE =
  /(?:\b(?:version|ver|oid|(?:\w{1,16}_)?v8|release|released|rev|build|upgrade|upgraded|tag|section|sec\.|chapter|clause|rule|appendix|step|fig\.|figure|sdk|runtime|driver|firmware|kernel|v)|[=~^<>]=|[~^])["']?[ \t]*[:=]?[ \t]*["'(]?$/i;
/** The same in other languages. */
const VERSION_SAID =
  /(?:верси[ийюяе]{1,2}|versión|versão|versione|wersj[aię]|sürüm|版本|バージョン|버전)[号]?[ :：]{0,2}$/i;
/** `bump V8 to 9.4.146.26` */
const RAISED_BEFORE =
  /\b(?:upgrad|updat|patch|bump|downgrad|roll)[a-z]*(?:[ *:]{1,4}[\w.@/ -]{1,20})? (?:to|from) (?:v|version )?$/i;
const PRODUCT_BEFORE = /[A-Za-z][\w.+-]*\/$/;

/** Sections, versions and object identifiers count in small steps; addresses rarely do. */
const isNumbering = ([a, b, c, d]: readonly [number, number, number, number]): boolean =>
  (a !== 10 && Math.max(a, b, c, d) < 32) || (a === 2 && b === 5) || (a === 1 && b === 3 && c === 6);

const ADDRESS_BEFORE =
  /(?:\b(?:ip|ips|ipv4|host|addr|address|from|to|inet|server|ssh|ping|src|dst|source|peer|client|remote|gateway|nameserver|dns|via|at|bind|listen|connect|curl|dig)|:\/\/|@)["']?[ \t]*[:=]?[ \t]*["'([]*$/i;

/** `cuDNN `, `client `: a name right before, at most a word of it more. */
const ITEM = /(?:^|[\s,;|(])(?!(?:from|to|at|by|via|on|for|with|and|or|is)\b)[A-Za-z][\w+#-]{1,24} v?$/;
const OTHER_VERSION =
  /[A-Za-z][\w+#-]{1,24}[ @=-]v?\d{1,4}(?:(?:\.\d{1,4}){1,2}(?![\d.]*\.?\d)|(?:\.\d{1,4}){4,6}(?!\d))/;
const LINE_REACH = 96;

/** Versions of one line after the other, each behind a name: `CUDA 12.4.1, cuDNN …`. */
function isListedVersion(
  text: string,
  start: number,
  end: number,
  [a, b, c, d]: readonly [number, number, number, number],
): boolean {
  const small = c === 0 && d === 0 ? a !== 10 : b < 20 && c < 10;
  if (!small || a === 192 || a === 172 || a === 10 || /^(?:\/|:\d)/.test(text.slice(end, end + 2))) return false;
  const lead = text
    .slice(Math.max(0, start - LINE_REACH), start)
    .split('\n')
    .at(-1) as string;
  if (!ITEM.test(lead)) return false;
  return OTHER_VERSION.test(lead) || OTHER_VERSION.test(text.slice(end, end + LINE_REACH).split('\n', 1)[0] as string);
}

/** Addresses that name no machine of anybody. */
function isCommonIpv4(a: number, b: number, c: number, d: number): boolean {
  if (a === 127 || a === 0 || a >= 224 || (a === 169 && b === 254)) return true;
  if (b === 0 && c === 0 && d === 0) return true;
  if (c === 0 && d === 0 && ((a === 192 && b === 168) || (a === 172 && b === 16))) return true; // whole private networks
  return /^(?:1\.1\.1\.1|1\.0\.0\.1|8\.8\.8\.8|8\.8\.4\.4|9\.9\.9\.9|208\.67\.22[02]\.22[02])$/.test(
    `${a}.${b}.${c}.${d}`,
  );
}

/** `static.88.99.12.44.clients.provider.net` */
const SUBDOMAIN = /^[a-z]\.[\d.]{7,15}\.[a-z]/;
const NAMED_HOST = /\b(?:ip|host|client|server|node|peer|addr|from|src|dst|user)[-_]$/i;

/** Two more dots, each after one to three digits: decimals end here. */
function isDotted(text: string, start: number): boolean {
  let at = start;
  for (let dots = 0; dots < 3; dots++) {
    const end = skip(text, at, DIGIT, at + 4);
    if (end === at || end - at > 3 || text.charCodeAt(end) !== 46) return false;
    at = end + 1;
  }
  return true;
}

function readIpv4(scan: Scan, at: number): void {
  const { text } = scan;
  const start = skipBack(text, at, 1, at - 3);
  if (start < scan.digitsDone || !isDotted(text, start)) return;
  const before = text[start - 1] ?? '';
  if (
    (before === '.' && !SUBDOMAIN.test(text.slice(start - 2, start + 18))) ||
    (before === '-' && isAt(text, start - 2, ALNUM) && !NAMED_HOST.test(textBefore(text, start, 10))) ||
    (isAt(text, start - 1, WORD) && before !== '_')
  ) {
    if (!/^[nrt]$/.test(before) || text[start - 2] !== '\\') return;
  }
  const match = matchAt(IPV4, text, start);
  if (!match) return;
  const end = start + match[0].length;
  scan.digitsDone = end;
  const parts = match.slice(1, 5).map(Number) as [number, number, number, number];
  if (parts.some((part) => part > 255) || match.slice(1, 5).some((part) => part.length > 1 && part.startsWith('0')))
    return;
  if (
    (isAt(text, end, WORD) && text[end] !== '_') ||
    (text[end] === '-' && isAt(text, end + 1, ALNUM) && !isAt(text, end + 1, 1))
  )
    return;
  if (isCommonIpv4(...parts)) return;
  const lead = textBefore(text, start, 24);
  if (isNumbering(parts) && !ADDRESS_BEFORE.test(lead) && !/^(?::\d|\/\d)/.test(text.slice(end, end + 2))) return;
  if (VERSION_BEFORE.test(lead) || VERSION_SAID.test(lead) || RAISED_BEFORE.test(textBefore(text, start, 48))) return;
  if (isListedVersion(text, start, end, parts)) return;
  if (/[\d.]\d[ ,-]$/.test(lead) && /^[ ,-]-?\d*\.\d/.test(text.slice(end, end + 8))) return; // numbers of a drawing
  if (PRODUCT_BEFORE.test(lead) && !lead.endsWith('//') && parts[1] < 10 && !/localhost\/$|\.internal\/$/.test(lead))
    return;
  addHit(scan, start, end, 'ipv4', 'IP_ADDRESS', RANK.pii);
}

const IPV6 = /^(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$/i;
const isColonRun = (text: string, at: number): boolean => isAt(text, at, HEX) || text.charCodeAt(at) === 58;

/** `::` once, and at most seven groups. */
function isCompressed(run: string, next: string | undefined): boolean {
  const halves = run.split('::');
  if (halves.length !== 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (run.endsWith('::') && next === '/') return false; // a whole network
  const few = groups.length < 3 && !/^(?:[23][0-9a-f]{3}|f[cde][0-9a-f]{2})$/i.test(groups[0] ?? '');
  return !few && groups.length <= 7 && groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group));
}

function isCommonIpv6(run: string): boolean {
  return (
    /^(?:::1?|fe[89ab][0-9a-f]:.*|ff[0-9a-f]{2}:.*|::ffff:.*|64:ff9b::.*)$/i.test(run) ||
    /^(?:2606:4700:4700::1[01][01]1|2001:4860:4860::88(?:88|44)|2620:fe::(?:fe|9))$/i.test(run) ||
    /^(?:0{1,4}:){7}0{0,3}[01]$/.test(run)
  );
}

/** `macAddr:5c:…` */
const NAMED_CARD = /(?:mac|addr|ether|bssid)\w{0,8}$/i;

/** IPv6 and MAC share their colons. */
function readColons(scan: Scan, at: number): void {
  const { text } = scan;
  if (at < scan.colonsDone) return;
  if (!(isAt(text, at - 1, HEX) || text[at + 1] === ':') || !(isAt(text, at + 1, HEX) || text[at + 1] === ':')) return;
  let start = at;
  while (at - start < 40 && isColonRun(text, start - 1)) start--;
  let end = at + 1;
  while (end - at < 48 && isColonRun(text, end)) end++;
  scan.colonsDone = end;
  const prefixed = /IPv$/i.test(textBefore(text, start, 3)) && text.startsWith('6:', start);
  const named = text[start] === ':' && NAMED_CARD.test(textBefore(text, start, 16));
  if (end - start < 6 || (!prefixed && !named && isAt(text, start - 1, WORD)) || text[start - 1] === '.') return;
  if (isAt(text, end, WORD)) return;
  if (prefixed) start += 2;
  let run = text.slice(start, end);
  while (/[^:]:$/.test(run)) run = run.slice(0, -1);
  while (/^:[^:]/.test(run)) {
    run = run.slice(1);
    start++;
  }
  if (readMac(scan, start, run)) return;
  if (
    IPV6.test(run) ||
    (isCompressed(run, text[start + run.length]) &&
      (/^[23f][0-9a-f]{3}:/i.test(run) || (run.match(/\d/g)?.length ?? 0) >= 3))
  ) {
    if (isCommonIpv6(run)) return;
    const mapped = /^(?:\.\d{1,3}){3}/.exec(text.slice(end, end + 12));
    addHit(scan, start, mapped ? end + mapped[0].length : start + run.length, 'ipv6', 'IP_ADDRESS', RANK.pii);
  }
}

const DASHED_IP = /(?:[a-z][a-z0-9]{0,11}-)?(\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3})(?=\.[a-z])/iy;

/** `ec2-54-12-33-7.compute-1.amazonaws.com`: an address in the name of a host. */
function readDashedIp(scan: Scan, start: number): void {
  const address = matchAt(DASHED_IP, scan.text, start)?.[1];
  if (!address || address.split('-').some((part) => Number(part) > 255)) return;
  addHit(scan, DASHED_IP.lastIndex - address.length, DASHED_IP.lastIndex, 'ipv4', 'IP_ADDRESS', RANK.pii);
}

/** `82-64-17-9.subs.provider.net` */
function readSubscriber(scan: Scan, end: number): void {
  const from = Math.max(0, end - 15);
  const address = /(?<![\w-])(?:\d{1,3}-){3}\d{1,3}$/.exec(scan.text.slice(from, end))?.[0];
  if (address?.split('-').every((part) => Number(part) <= 255))
    addHit(scan, end - address.length, end, 'ipv4', 'IP_ADDRESS', RANK.pii);
}

const INTERNAL = /(?:[A-Za-z0-9_][A-Za-z0-9_-]{0,62}\.)+(?:internal|corp|lan|intranet|local|home\.arpa)$/i;
const COMMON_HOST =
  /(?:^|\.)(?:host\.docker\.internal|gateway\.docker\.internal|docker\.internal|metadata\.google\.internal|containers\.internal|cluster\.local|localhost\.local|localdomain\.local|env\.local|example\.local)$/i;

const FILE_ENDING = /^\.(?:jsonl?|txt|log|csv|ya?ml|md|pem|crt|cer|conf|cfg|html?|zip|t?gz|tar|png)\b/i;

/** `api.internal` may be a field of an object: it is a host where something connects to it. */
const isHostPlace = (text: string, start: number, end: number): boolean =>
  /(?:\/\/|@|\b(?:ssh|scp|ping|host|hosts?name|server|dig|curl|wget|nslookup|connect(?:ed)? to|resolve|at|from|to|on)[ \t]*[:=]?[ \t]*["'`]?)$/i.test(
    textBefore(text, start, 20),
  ) || /^(?::\d|\/|\.(?:txt|log|json)\b)/.test(text.slice(end, end + 6));

function readHost(scan: Scan, _at: number, end: number): void {
  const { text } = scan;
  if (
    isAt(text, end, WORD) ||
    (text[end] === '.' && isAt(text, end + 1, ALNUM) && !FILE_ENDING.test(text.slice(end, end + 8))) ||
    text[end] === '-' ||
    text[end] === '('
  )
    return;
  const from = skipBack(text, end, WORD | 32, end - 128);
  const host = INTERNAL.exec(text.slice(skip(text, from, 32, end), end))?.[0];
  if (!host || COMMON_HOST.test(host) || /^ import\b/.test(text.slice(end, end + 8))) return;
  if (/^[a-z]+\.internal$/i.test(host) && !isHostPlace(text, end - host.length, end)) return;
  if (
    /^(?:com|org|net|sun|java|jdk|javax|llvm|_\w*)\.|\.(?:com|org|sun|apache)\.[\w.]*(?:internal|local)$/i.test(host) ||
    /Package|\.[A-Z]/.test(host)
  )
    return;
  if (/\.local$/i.test(host) && !/[\d-]/.test(host)) return;
  if (/^(?:this|self|module|package|import|export|node|go|java|org|com|net|github)\./i.test(host)) return;
  addHit(scan, end - host.length, end, 'internal-host', 'HOST', RANK.pii);
}

export const NETWORK_DETECTORS: readonly Detector[] = [
  detector('none', '\\d.\\d', (scan, start) => readIpv4(scan, start + 1)),
  detector('none', [`${HEX_UNIT}:${HEX_UNIT}`, `${HEX_UNIT}::`, `::${HEX_UNIT}`], (scan, start) =>
    readColons(scan, scan.text.indexOf(':', start)),
  ),
  detector(
    'none',
    '\\d.subs|\\d.dyn|\\d.static|\\d.cust|\\d.rev|\\d.res|\\d.pool|\\d.cable|\\d.broadband|\\d.dsl|\\d.adsl|\\d.dip',
    (scan, start) => readSubscriber(scan, start + 1),
  ),
  detector(
    'start',
    'ip-\\d|ec2-\\d|host-\\d|static-\\d|dynamic-\\d|client-\\d|cpe-\\d|pool-\\d|c-\\d|dsl-\\d|adsl-\\d|dslb-\\d|ppp-\\d|dyn-\\d|dhcp-\\d|nat-\\d|cust-\\d|cable-\\d',
    readDashedIp,
  ),
  detector('none', '.internal|.corp|.lan|.intranet|.local|.home.arpa', readHost),
];
