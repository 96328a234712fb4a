import { BASE64_SIGN, flagsOf, WORD } from './chars.ts';
import { decodeRun } from './decode-run.ts';
import { textBefore } from './match-at.ts';
import { readChatRun, SHORTEST_CHAT_RUN } from './messenger-ids.ts';
import { MNEMONIC_WORDS } from './mnemonic-words.ts';
import { looksRandom } from './randomness.ts';
import { addHit, RANK, type Scan } from './scan.ts';
import { isMadeUp } from './secret-words.ts';
import { joinLines } from './wrapped.ts';

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
  return digits > 0 && end - start >= SHORTEST ? readRun(scan, start, end, inner) : end;
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
/** Prefixes of ids, beside plain words: they name things and open nothing. */
const ID_PREFIXES = new Set(
  'fc msg toolu srvtoolu tooluse toolcall resp req thread asst evt event pi ch in sub prod rs ws chatcmpl cmpl gen batch vs sess conv conversation user usr uid org proj prj acct src ba seti cs pm re txn po tr il ii si sku or disc plink wh we id ref hash sha commit dpl deploy env artifact img snapshot vol subnet vpc sg eni rtb igw ami node pod trace span log doc block db ds dataset ft ftjob cache app styles tmp temp backup migration container etag rev revision uuid guid obj tx cus cust customer inv invoice pay ord prog lead pr part mcp query row col form comp component class css js map mock fixture demo channel guild tweet upload blob root rsn reasoning summary compaction checkpoint workflow wf exec execution flow plan queue worker server shard lease nonce intent dispute refund payout topup coupon promo subscription'.split(
    ' ',
  ),
);
const BASE64 = /[A-Za-z0-9+/_-]{24,}={0,2}/g;

/** No shorter run is one of the tokens that are known by the whole of their shape. */
const SHORTEST_SHAPED = 51;

/** Reads what the run holds; where it ends, or the last line of those that it begins. */
function readRun(scan: Scan, start: number, end: number, inner: (text: string) => boolean): number {
  const run = scan.text.slice(start, Math.min(end, start + LONGEST));
  if (isImage(scan.text, start)) return end;
  if (run.length >= SHORTEST_SHAPED && readShaped(scan, start, run)) return end;
  if (run.length >= SHORTEST_CHAT_RUN) readChatRun(scan, start, run);
  if (run.includes('_')) readPrefixed(scan, start, run);
  let last = end;
  BASE64.lastIndex = 0;
  for (let match = BASE64.exec(run); match; match = BASE64.exec(run)) {
    const { lastIndex } = BASE64;
    last = Math.max(last, readEncoded(scan, start + match.index, match[0], inner));
    BASE64.lastIndex = lastIndex; // what was decoded may have held runs of its own
  }
  return last;
}

function readEncoded(scan: Scan, from: number, run: string, inner: (text: string) => boolean): number {
  const start = from + (run.startsWith('0x') ? 2 : 0);
  const first = from + run.length;
  const decoded = decodeRun(scan.text.slice(start, first));
  if (decoded === null) return first;
  const { whole, end } = joinLines(scan.text, start, first);
  const all = end === first ? null : decodeRun(whole);
  const last = all === null ? first : end;
  const hidden = all ?? decoded;
  if (inner(hidden) || isLogin(hidden) || ASSERTION.test(hidden))
    addHit(scan, start, last, 'encoded', 'SECRET', RANK.shape);
  return last;
}

/** What an identity provider says of a person, good for a login. */
const ASSERTION = /<saml\w*:[AR]/;
const LOGIN = /^[\w.@+-]{2,64}:([^\s:/"'{},]{8,64})$/;

/** `user:password`, the password such as people make; ids of a graph are written so as well. */
function isLogin(text: string): boolean {
  const password = LOGIN.exec(text.trim())?.[1];
  return password !== undefined && isMadeUp(password);
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
