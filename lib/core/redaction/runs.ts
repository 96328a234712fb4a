import { BASE64_SIGN, flagsOf, WORD } from './chars.ts';
import { textBefore } from './match-at.ts';
import { readChatRun, SHORTEST_CHAT_RUN } from './messenger-ids.ts';
import { MNEMONIC_WORDS } from './mnemonic-words.ts';
import { looksRandom } from './randomness.ts';
import { addHit, RANK, type Scan } from './scan.ts';

/** Shorter runs hide nothing that the other detectors would know. */
const SHORTEST = 20;
const LONGEST = 262_144;

const IN_RUN = new Uint8Array(128);
for (let code = 0; code < 128; code++)
  IN_RUN[code] = Number((flagsOf(code) & (WORD | BASE64_SIGN)) !== 0 || code === 45 || code === 46);

/** Looks at every 20th unit only: a run of 20 cannot hide between two probes. */
export function readRuns(scan: Scan, inner: (text: string) => boolean): void {
  for (let probe = SHORTEST - 1; probe < scan.text.length; probe += SHORTEST)
    probe = Math.max(probe, readRunAt(scan, probe, inner) - 1);
}

/** Reads the run that the unit at `probe` is part of; where it ends, or `probe` when there is none. */
export function readRunAt(scan: Scan, probe: number, inner: (text: string) => boolean): number {
  const { text } = scan;
  const code = text.charCodeAt(probe);
  if (!(code < 128) || IN_RUN[code] === 0) return probe;
  let digits = 0;
  let start = probe;
  let end = probe;
  for (; start > 0 && probe - start < LONGEST; start--) {
    const before = text.charCodeAt(start - 1);
    if (before > 127 || IN_RUN[before] === 0) break;
    if (before < 58 && before > 47) digits++;
  }
  for (; end < text.length && end - probe < LONGEST; end++) {
    const after = text.charCodeAt(end);
    if (after > 127 || IN_RUN[after] === 0) break;
    if (after < 58 && after > 47) digits++;
  }
  if (digits > 0 && end - start >= SHORTEST) readRun(scan, start, end, inner);
  return end;
}

/** `data:image/png;base64,` stands before. */
function isImage(text: string, start: number): boolean {
  if (text[start - 1] !== ',') return false;
  const head = textBefore(text, start, 64);
  const data = head.slice(head.lastIndexOf('data:'));
  return /^data:[\w.+-]*\/[\w.+-]*;base64,$/.test(data) && !/text|json|xml/.test(data);
}

const WIF = /^[5KL][1-9A-HJ-NP-Za-km-z]{50,51}$/;
/** Solana keys are 64 bytes; so are its signatures, which a word beside tells apart. */
const BASE58_KEY = /^[1-9A-HJ-NP-Za-km-z]{86,88}$/;
const KEY_BESIDE = /secret|private|priv|keypair|wallet|signer|seed|mnemonic/i;
const STELLAR = /^S[A-Z2-7]{55}$/;
/** The seed of a NATS key, by the role that it has. */
const NATS = /^S[UANOCX][A-Z2-7]{56}$/;
const DISCORD = /^[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,42}$/;
/** A prefix of a company's own, then what only a machine writes. */
const PREFIXED =
  /(?<![A-Za-z0-9_-])([a-z]{2,12})_((?=[0-9a-f]*\d)(?=\d*[a-f])[0-9a-f]{16,128}|(?=[A-Za-z]*\d)(?=[A-Z0-9]*[a-z])[A-Za-z0-9]{24,128})(?![A-Za-z0-9_-]|\.[a-z])/g;
/** Prefixes of ids: they name things and open nothing. */
const ID_PREFIXES = new Set(
  'call fc msg toolu srvtoolu tooluse toolcall resp req run thread asst file evt event pi ch in sub price prod rs ws job task agent item chatcmpl cmpl gen batch vs step sess session conv conversation chat user usr uid org proj prj project team acct account card src ba seti cs pm re txn po tr il ii si sku or disc plink link wh we id ref hash sha md5 commit build dpl deploy env art artifact img image layer snap snapshot vol net subnet vpc sg eni rtb igw ami node pod trace span log doc note page block db ds dataset model ft ftjob memory cache chunk main bundle vendor index app styles tmp temp backup migration container etag rev revision version uuid guid obj object tx cus cust customer inv invoice order pay payment ord prog lead ticket case issue pr part mcp tool query entry row col field form comp component class css js map key test mock fixture sample demo example box channel room group guild post tweet media upload asset blob tree parent child root leaf rsn reasoning summary compaction checkpoint workflow wf exec execution flow plan queue worker host server cluster shard segment slot lock lease nonce state intent mandate dispute refund transfer payout topup quote coupon promo subscription'.split(
    ' ',
  ),
);
const BASE64 = /[A-Za-z0-9+/_-]{24,}={0,2}/g;

/** No shorter run is one of the tokens that are known by the whole of their shape. */
const SHORTEST_SHAPED = 51;

function readRun(scan: Scan, start: number, end: number, inner: (text: string) => boolean): void {
  const run = scan.text.slice(start, Math.min(end, start + LONGEST));
  if (isImage(scan.text, start)) return;
  if (run.length >= SHORTEST_SHAPED && readShaped(scan, start, run)) return;
  if (run.length >= SHORTEST_CHAT_RUN) readChatRun(scan, start, run);
  if (run.includes('_')) readPrefixed(scan, start, run);
  BASE64.lastIndex = 0;
  for (let match = BASE64.exec(run); match; match = BASE64.exec(run)) {
    const { index, 0: body } = match;
    const { lastIndex } = BASE64;
    const decoded = decodeRun(body);
    if (decoded !== null && inner(decoded))
      addHit(scan, start + index, start + index + body.length, 'encoded', 'SECRET', RANK.shape);
    BASE64.lastIndex = lastIndex; // what was decoded may have held runs of its own
  }
}

const isWholeKey = (token: string): boolean =>
  (token.length <= 52 && WIF.test(token)) || (token.length === 58 && NATS.test(token));

/** Keys that look like signatures: a word beside them tells. */
const isNamedKey = (scan: Scan, token: string, start: number): boolean =>
  ((token.length === 56 && STELLAR.test(token)) || (token.length >= 86 && BASE58_KEY.test(token))) &&
  KEY_BESIDE.test(textBefore(scan.text, start, 64) + scan.text.slice(start + token.length, start + token.length + 32));

function readShaped(scan: Scan, start: number, run: string): boolean {
  const word = run.replace(/^[^A-Za-z0-9]+|[.]+$/g, '');
  const token = word.slice(word.lastIndexOf('=', word.length - 3) + 1);
  const tokenStart = start + run.indexOf(word) + word.length - token.length;
  if (isWholeKey(token) || isNamedKey(scan, token, tokenStart))
    addHit(scan, tokenStart, tokenStart + token.length, 'wallet-key', 'PRIVATE_KEY', RANK.shape);
  else if (token.includes('.') && DISCORD.test(token))
    addHit(scan, tokenStart, tokenStart + token.length, 'discord-bot-token', 'TOKEN', RANK.token);
  else return false;
  return true;
}

function readPrefixed(scan: Scan, start: number, run: string): void {
  PREFIXED.lastIndex = 0;
  for (let match = PREFIXED.exec(run); match; match = PREFIXED.exec(run)) {
    const [whole, prefix = '', body = ''] = match;
    if (
      ID_PREFIXES.has(prefix) ||
      MNEMONIC_WORDS.has(prefix) ||
      /^01[A-Za-z0-9]{22,24}$/.test(body) ||
      !looksRandom(body)
    )
      continue;
    addHit(scan, start + match.index, start + match.index + whole.length, 'prefixed-token', 'TOKEN', RANK.shape);
  }
}

const isText = (code: number): boolean => (code >= 32 && code < 127) || code === 9 || code === 10 || code === 13;

/** The text that a base64 or hex run holds, or null when it holds none. */
function decodeRun(run: string): string | null {
  if (run.length % 2 === 0 && run.length >= 32 && /^[0-9a-f]+$/i.test(run)) {
    if (!/^[2-7]/.test(run) && !/^0[9ad]/.test(run)) return null;
    const bytes = run.match(/../g) as string[];
    const text = bytes.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('');
    if (mostlyText(text)) return text;
    return null;
  }
  if (!beginsAsText(run)) return null;
  const standard = run.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  const whole = standard.slice(0, standard.length - (standard.length % 4 === 1 ? 1 : 0));
  try {
    const text = unwidened(atob(whole));
    return mostlyText(text) ? text : null;
  } catch {
    return null; // not base64 after all
  }
}

/** Base64 sign → its six bits. */
const SIX_BITS = new Uint8Array(128);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach((sign, bits) => {
  SIX_BITS[sign.charCodeAt(0)] = bits;
});
SIX_BITS[45] = 62; // -
SIX_BITS[95] = 63; // _

/** UTF-16 has a zero at every second place. */
const mayBeText = (code: number): boolean => code === 0 || isText(code);

/** PowerShell takes commands in UTF-16. */
const unwidened = (text: string): string =>
  [1, 3, 5, 7].every((at) => text[at] === '\0') ? text.replaceAll('\0', '') : text;

/** The first twelve bytes are all text: most runs hold none, and need not be decoded to know it. */
function beginsAsText(run: string): boolean {
  for (let at = 0; at < 16; at += 4) {
    let bits = 0;
    for (let sign = at; sign < at + 4; sign++) bits = (bits << 6) | (SIX_BITS[run.charCodeAt(sign)] as number);
    if (!mayBeText(bits >> 16) || !mayBeText((bits >> 8) & 255) || !mayBeText(bits & 255)) return false;
  }
  return true;
}

function mostlyText(text: string): boolean {
  let odd = 0;
  for (let i = 0; i < text.length; i++) if (!isText(text.charCodeAt(i))) odd++;
  return odd * 20 <= text.length;
}
