import { indexWithin, lastIndexWithin } from './chars.ts';
import { matchAt, standsAt } from './match-at.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

const LONGEST = 32_768;
const LONGEST_TAIL = 8192;
const LABEL = /-{4,5}(?: |\\u0020)?BEGIN[ \w-]{0,60}(?:PRIVATE[ _]|STATIC )KEY(?: BLOCK| V1)?(?: |\\u0020)?-{4,5}/iy;
const END = /-{4,5} ?END[ \w-]{0,60}(?:PRIVATE[ _]|STATIC )KEY(?: BLOCK| V1)?(?: ?-{0,5})/i;
/** What may stand between two pieces of a key: line ends (also written as `\n`), line numbers, diff and quote marks. */
const GAP = `(?:\\\\{1,8}[nrt]|[\\s"'\`,+>|.()-]|\\d{1,6}[→:|\\t]|(?:Proc-Type|DEK-Info|Comment|Version|Charset|Hash|Key-ID)(?:: ?)[^\\n\\\\]{0,120})`;
const BODY = new RegExp(
  `(?:${GAP}{0,24}[A-Za-z0-9+/=_-]{16,4096}){1,400}(?:${GAP}{0,24}[A-Za-z0-9+/=]{1,16}={0,2}(?=["'\\\\-]|[ \\t]{0,8}(?:[\\r\\n]|$)))?`,
  'y',
);

/** What OpenClaw leaves of a key between the two lines (openclaw.md section 6.1). */
const MASKED_BODY = /^[\s\\nr]{0,8}…redacted…[\s\\nr]{0,8}$/;

/** From the BEGIN line to the END line; without one, as far as the text looks like the body of a key. */
function readBlock(scan: Scan, start: number): void {
  const { text } = scan;
  const at = text[start - 1] === '-' && text.startsWith('-----BEGIN', start - 1) ? start - 1 : start;
  const label = matchAt(LABEL, text, at);
  if (!label) return;
  const bodyStart = at + label[0].length;
  const rest = text.slice(bodyStart, bodyStart + LONGEST);
  const end = END.exec(rest);
  const nextBegin = rest.indexOf('-----BEGIN');
  if (end && (nextBegin < 0 || nextBegin > end.index)) {
    if (MASKED_BODY.test(rest.slice(0, end.index))) {
      addHit(scan, at, bodyStart + end.index + end[0].length, 'upstream-mask', 'MASKED', RANK.structure);
      return;
    }
    if (!/[A-Za-z0-9+/=_-]{12}/.test(rest.slice(0, end.index))) return; // dots, or a word that stands for a key
    if (
      /^[\s\\nr"'+]*<[A-Z_]+\d+>[\s\\nr"'+]*$/.test(rest.slice(0, end.index)) ||
      /^(?:[\s\\nr]*\.{3}[\s\\nr]*|[\s\\nr]*[\w ]{0,20}[\s\\nr]*)$/.test(rest.slice(0, end.index))
    )
      return;
    addHit(scan, at, bodyStart + end.index + end[0].length, 'private-key', 'PRIVATE_KEY', RANK.structure);
    return;
  }
  const body = matchAt(BODY, text, bodyStart);
  if (body) addHit(scan, at, bodyStart + body[0].length, 'private-key', 'PRIVATE_KEY', RANK.structure);
}

/** A body whose BEGIN line is missing: it is known by how the encoded key starts. */
function readHeadless(scan: Scan, start: number): void {
  const { text } = scan;
  let at = start;
  while (at > 0 && start - at < 12 && /[A-Za-z0-9+/=]/.test(text[at - 1] as string)) at--;
  if (
    !/^(?:MII[A-J]|b3BlbnNzaC1rZXktdjE|MHcCAQEE|MHQCAQEE|MC4CAQAwBQYDK2Vw|MIGHAgEAMBMGByqGSM49|LS0tLS1CRUdJTi)/.test(
      text.slice(at, at + 40),
    )
  )
    return;
  const body = matchAt(BODY, text, at);
  if (!body || body[0].length < 40) return;
  const end = END.exec(text.slice(at + body[0].length, at + body[0].length + 80));
  const stop = at + body[0].length + (end && end.index < 8 ? end.index + end[0].length : 0);
  addHit(scan, at, stop, 'private-key', 'PRIVATE_KEY', RANK.structure);
}

const TAIL_OF_BODY = /(?:[A-Za-z0-9+/=]{16,128}(?:\\\\{1,8}[nr]|[\s"'`,+>|]|\d{1,6}[→:|\t]){0,24})+$/;
const CLOSING = /-----END[ \w-]{0,60}PRIVATE KEY/iy;

/** An END line whose BEGIN was cut off. */
function readTail(scan: Scan, start: number): void {
  const { text } = scan;
  if (!standsAt(CLOSING, text, start) || lastIndexWithin(text, '-----BEGIN', start, start - LONGEST) >= 0) return;
  const from = Math.max(0, start - LONGEST_TAIL);
  const body = TAIL_OF_BODY.exec(text.slice(from, start));
  if (body) addHit(scan, from + body.index, start, 'private-key', 'PRIVATE_KEY', RANK.structure);
}

/** `{"kty": "RSA", "d": "…"}`: the private part of a JSON web key. */
const WEB_KEY_PART = /"d"\s?:\s?"([A-Za-z0-9_-]{20,2048})"/y;

function readWebKey(scan: Scan, start: number): void {
  const part = matchAt(WEB_KEY_PART, scan.text, start)?.[1];
  if (!part || !/"kty"/.test(scan.text.slice(Math.max(0, start - 1200), start + 2400))) return;
  const at = indexWithin(scan.text, part, start, start + 16);
  addHit(scan, at, at + part.length, 'web-key', 'PRIVATE_KEY', RANK.structure);
}

/** The encoded word BEGIN, three ways of lying in groups of three bytes. */
function readEncoded(scan: Scan, start: number): void {
  const { text } = scan;
  const run = /^[A-Za-z0-9+/=_-]+/.exec(text.slice(start, start + 65536))?.[0] ?? '';
  if (run.length < 48) return;
  let head = '';
  try {
    head = atob(run.slice(0, 64));
  } catch {
    return; // not base64 after all
  }
  if (/BEGIN[ A-Z]*PRIVATE KEY/.test(head))
    addHit(scan, start, start + run.length, 'private-key', 'PRIVATE_KEY', RANK.structure);
}

const PPK = /PuTTY-User-Key-File-\d[\s\S]{0,2000}?Private-Lines: \d{1,3}\s+((?:[A-Za-z0-9+/=]{1,80}\s+){1,64})/y;

function readPutty(scan: Scan, start: number): void {
  const match = matchAt(PPK, scan.text, start);
  if (!match) return;
  const end = start + match[0].trimEnd().length;
  addHit(scan, end - (match[1] as string).trimEnd().length, end, 'private-key', 'PRIVATE_KEY', RANK.structure);
}

const XML_PART = /<(?:P|Q|DP|DQ|InverseQ|D)>\s{0,8}([A-Za-z0-9+/=\s]{16,4096}?)\s{0,8}<\//g;
const XML_LONGEST = 8192;

/** `<RSAKeyValue>` of .NET: the parts that only its owner has. */
function readXml(scan: Scan, _start: number, end: number): void {
  const rest = scan.text.slice(end, end + XML_LONGEST);
  const close = rest.search(/<\/RSAKeyValue>|<\/RSAParameters>/i);
  const body = close < 0 ? rest : rest.slice(0, close);
  for (const match of body.matchAll(XML_PART)) {
    const start = end + match.index + match[0].indexOf(match[1] as string, 3);
    addHit(scan, start, start + (match[1] as string).length, 'private-key', 'PRIVATE_KEY', RANK.structure);
  }
}

const SIGNER = /[^\n]{0,80}secret key[^\n]{0,60}\r?\n[ \t>]{0,4}(RW[A-Za-z0-9+/]{40,300}={0,2})/iy;

/** minisign and signify keep a secret key below a comment that says so. */
function readSigner(scan: Scan, _start: number, end: number): void {
  const key = matchAt(SIGNER, scan.text, end)?.[1];
  if (key) addHit(scan, SIGNER.lastIndex - key.length, SIGNER.lastIndex, 'private-key', 'PRIVATE_KEY', RANK.structure);
}

export const PRIVATE_KEY_DETECTORS: readonly Detector[] = [
  detector('none', '-----begin|---- begin', readBlock),
  detector(
    'none',
    'ibaakca|ibadanbgkqhk|b3blbnnzac1rzxktdje|mhccaqee|mhqcaqee|mc4caqawbqydk2vw|mighageambmgbyqgsm49|ibaakba|ibaakbg',
    readHeadless,
  ),
  detector('none', 'ls0tls1crudjti', readEncoded),
  detector('none', '-----end', readTail),
  detector('none', '"d":|"d" :', readWebKey),
  detector('none', '<rsakeyvalue>|<rsaparameters>', readXml),
  detector('none', 'untrusted comment:', readSigner),
  detector('none', 'putty-user-key-file', readPutty),
];
