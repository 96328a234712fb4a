import { indexWithin, lastIndexWithin } from './chars.ts';
import { matchAt, textBefore } from './match-at.ts';
import { readValue } from './read-value.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';
import { isOpen } from './values.ts';

const open = (body: string): boolean => isOpen(body) || body.startsWith('<');

/** `host:port:database:user:password` */
const PGPASS =
  /(?:^|[\n→ \t"'+])([\w.*-]{1,253}):(\d{2,5}|\*):([\w.*-]{1,63}):([\w.*@-]{1,63}):((?:\\[:\\]|[^\s:"'\\]){4,128})(?=$|[\s"'\\])/y;

function readPgpass(scan: Scan, at: number): void {
  const { text } = scan;
  let start = at;
  while (start > 0 && at - start < 256 && /[\w.*-]/.test(text[start - 1] as string)) start--;
  const match = matchAt(PGPASS, text, Math.max(0, start - 1));
  if (!match) return;
  const end = PGPASS.lastIndex;
  const password = match[5] as string;
  if (!open(password) && !/^\d+$/.test(password))
    addHit(scan, end - password.length, end, 'pgpass', 'PASSWORD', RANK.shape);
}

/** `machine x login y password z`, on one line or several. */
const NETRC =
  /(?:machine\s+[\w.:-]{1,253}|default)\s+(?:login|user)\s+\S{1,128}\s+(?:account\s+\S{1,128}\s+)?pass(?:word)?\s+(\S{3,256})/y;

function readNetrc(scan: Scan, start: number): void {
  const match = matchAt(NETRC, scan.text, start);
  if (!match) return;
  const password = (match[1] as string).replace(/[\\"'].*$/, '');
  const from = start + match[0].length - (match[1] as string).length;
  if (!open(password)) addHit(scan, from, from + password.length, 'netrc', 'PASSWORD', RANK.shape);
}

const DOCUMENT_LONGEST = 32_768;
const SECTION = /^([ \t]*(?:\d{1,6}[→:|\t])?[+ \t]*)["']?(?:data|stringData|binaryData)["']?:[ \t]*$/gm;
const ENTRY = /^([ \t]*(?:\d{1,6}[→:|\t])?[+ \t]*)["']?([\w.-]{1,253})["']?:[ \t]*(?:[|>][-+]?[ \t]*\n[ \t+]*)?(?=\S)/;

/** A Kubernetes Secret: every value of its data is one. */
function readKubernetes(scan: Scan, at: number): void {
  const { text } = scan;
  if (at < (scan.done.get(readKubernetes) ?? 0)) return;
  const before = lastIndexWithin(text, '\n---', at, at - DOCUMENT_LONGEST);
  const after = indexWithin(text, '\n---', at, at + DOCUMENT_LONGEST);
  const from = before < 0 ? Math.max(0, at - DOCUMENT_LONGEST) : before;
  const to = after < 0 ? Math.min(text.length, at + DOCUMENT_LONGEST) : after;
  scan.done.set(readKubernetes, to);
  const document = text.slice(from, to);
  for (const section of document.matchAll(SECTION)) {
    const indent = (section[1] as string).length;
    let line = from + section.index + section[0].length + 1;
    while (line < to) {
      const found = indexWithin(text, '\n', line, to);
      const lineEnd = found < 0 ? to : found;
      const content = text.slice(line, lineEnd);
      const depth = /^[ \t]*(?:\d{1,6}[→:|\t])?[+ \t]*/.exec(content)?.[0].length ?? 0;
      if (content.trim() !== '' && depth <= indent) break;
      const entry = ENTRY.exec(text.slice(line, Math.min(to, line + 512)));
      if (entry && !/^[ \t]*#/.test(content)) addEntry(scan, line + entry[0].length);
      line = lineEnd + 1;
    }
  }
}

function addEntry(scan: Scan, at: number): void {
  const value = readValue(scan.text, at);
  if (!value) return;
  const body = scan.text.slice(value.start, value.end);
  if (body.length >= 4 && !open(body))
    addHit(scan, value.start, value.end, 'kubernetes-secret', 'SECRET', RANK.context);
}

/** `user:password@tcp(host)`, `thin:user/password@host`: connection strings without a scheme. */
const GO_DSN = /[\w.-]{1,64}:([^\s"'`@]{3,128})$/;
const ORACLE =
  /(?:-\w{1,8}[ \t]{1,4}){0,4}[\w$#]{1,64}\/\\?(?:"([^"\n]{3,128}?)\\?"|([^\s"'`@/]{3,128}))@(?:\/\/)?[\w.-]/y;

function readGoDsn(scan: Scan, at: number): void {
  const match = GO_DSN.exec(textBefore(scan.text, at, 200));
  const password = match?.[1];
  if (password && !open(password)) addHit(scan, at - password.length, at, 'dsn', 'PASSWORD', RANK.shape);
}

function readOracle(scan: Scan, _start: number, end: number): void {
  const match = matchAt(ORACLE, scan.text, end);
  const password = match?.[1] ?? match?.[2];
  if (!match || !password || open(password)) return;
  const start = indexWithin(scan.text, password, end + match[0].indexOf('/'), end + match[0].length);
  addHit(scan, start, start + password.length, 'dsn', 'PASSWORD', RANK.shape);
}

const BARE_ORACLE = /(?:^|[\s"'`=])[\w$#]{1,64}\/([^\s"'`/]{4,128})$/;

/** `user/password@//host:1521/service` */
function readBareOracle(scan: Scan, at: number): void {
  const password = BARE_ORACLE.exec(textBefore(scan.text, at, 200))?.[1];
  if (password && !open(password) && /\d|[^\w.-]/.test(password))
    addHit(scan, at - password.length, at, 'dsn', 'PASSWORD', RANK.shape);
}

const COMMUNITY =
  /[ \t]{1,8}(?:\S{1,24}[ \t]{1,8}){0,2}?(?!public\b|private\b)["']?([^\s"']{6,64})["']?(?=[ \t]+(?:ro|rw|view|default|\d)|[ \t]*(?:[\r\n]|$))/iy;

/** What lets a manager read a switch: `snmp-server community … RO`. */
function readCommunity(scan: Scan, _start: number, end: number): void {
  const value = matchAt(COMMUNITY, scan.text, end)?.[1];
  if (!value || open(value)) return;
  const start = indexWithin(scan.text, value, end, COMMUNITY.lastIndex);
  addHit(scan, start, start + value.length, 'community', 'PASSWORD', RANK.context);
}

const DEVICE_KEY = /[ \t]+(?:\d{1,3}[ \t]+)?(?:md5[ \t]+)?(?:[0567][ \t]+)?["']?([^\s"']{6,64})["']?(?=\s|$)/iy;

/** What routers share: `crypto isakmp key … address …`. */
function readDeviceKey(scan: Scan, _start: number, end: number): void {
  const value = matchAt(DEVICE_KEY, scan.text, end)?.[1];
  if (!value || open(value) || !/\d|[^\w.-]/.test(value)) return;
  const start = indexWithin(scan.text, value, end, DEVICE_KEY.lastIndex);
  addHit(scan, start, start + value.length, 'device-key', 'PASSWORD', RANK.context);
}

const WIFI = /wifi:[^\n"]{0,120}?;p:((?:\\.|[^;\n"\\]){4,64});/iy;

function readWifi(scan: Scan, start: number): void {
  const match = matchAt(WIFI, scan.text, start);
  if (!match) return;
  const end = start + match[0].length - 1;
  addHit(scan, end - (match[1] as string).length, end, 'wifi-code', 'PASSWORD', RANK.shape);
}

/** SQL that sets a password. */
const SQL =
  /(?:\s+|\s{0,2}=\s{0,2}(?=['"\\]))(?:(?:WITH|USING|VALUES?|LOGIN|ENCRYPTED|UNENCRYPTED|\w{1,32})\s+){0,3}(?:BY\s+|PASSWORD\s+|=\s*|AS\s+|\(\s*)?(?:N|E)?\\?(["'])/iy;

function readSql(scan: Scan, _start: number, end: number): void {
  const match = matchAt(SQL, scan.text, end);
  if (!match) return;
  const value = readValue(scan.text, end + match[0].length - 1 - (match[0].at(-2) === '\\' ? 1 : 0));
  if (!value?.quoted) return;
  const body = scan.text.slice(value.start, value.end);
  if (body.length >= 3 && body.length <= 128 && !open(body) && !/\s/.test(body))
    addHit(scan, value.start, value.end, 'sql-password', 'PASSWORD', RANK.context);
}

const FIELD = /["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?!public\b|private\b)([^\s"',;]{6,64})/iy;

/** `community:` of a file that speaks of SNMP before. */
function readCommunityField(scan: Scan, start: number, end: number): void {
  if (!/snmp/i.test(textBefore(scan.text, start, 240))) return;
  const value = matchAt(FIELD, scan.text, end)?.[1];
  if (value && !open(value) && /\d|[^\w.-]/.test(value))
    addHit(scan, FIELD.lastIndex - value.length, FIELD.lastIndex, 'community', 'PASSWORD', RANK.context);
}

const ACL = /([^\s"'<>]{4,256})/y;

/** `user default on >… ~* +@all`: what opens a Redis account. */
function readAcl(scan: Scan, _start: number, end: number): void {
  const value = matchAt(ACL, scan.text, end)?.[1];
  if (value && !open(value)) addHit(scan, end, end + value.length, 'redis-acl', 'PASSWORD', RANK.context);
}

export const FILE_DETECTORS: readonly Detector[] = [
  detector('none', ':\\d\\d\\d\\d:|:\\d\\d\\d:|:*:', readPgpass),
  detector('start', 'machine |default login', readNetrc),
  detector(
    'none',
    'kind: secret|kind: "secret"|kind: \'secret\'|kind:  secret|kind: sealedsecret',
    (scan, start, end) => {
      if (
        /^["']?\s*(?:$|\n|#|\\n)/.test(scan.text.slice(end, end + 20).replace(/^[ \t\r]+/, '')) ||
        end === scan.text.length
      )
        readKubernetes(scan, start);
    },
  ),
  detector('none', '@tcp(|@unix(|@udp(', readGoDsn),
  detector('start', 'thin:|sqlplus |oci8:', readOracle),
  detector('none', '@//', readBareOracle),
  detector('start', 'snmp-server community|rocommunity|rwcommunity|snmp community|com2sec', readCommunity),
  detector('whole', 'community', readCommunityField),
  detector('none', ' on >| reset >| nopass >', readAcl),
  detector(
    'start',
    'isakmp key|message-digest-key|key-string|pre-shared-key|option key|ike-psk|radius-server key|tacacs-server key|ntp authentication-key',
    readDeviceKey,
  ),
  detector('start', 'wifi:', readWifi),
  detector(
    'start',
    'identified|pragma key|pragma rekey|login password|with password|set password|encrypted password|user_password|alter login',
    readSql,
  ),
];
