import { BLANK, indexWithin, LINE_END, QUOTE, skip } from './chars.ts';
import { matchAt } from './match-at.ts';
import { looksRandom } from './randomness.ts';
import { readValue } from './read-value.ts';
import { addHit, RANK, type Scan } from './scan.ts';
import { isOpen, isPlace, isTemplate } from './values.ts';

const OPENING =
  /\\{0,7}["'`]?[\])]{0,2}[ \t]{0,8}(?:[:=,]|=>|->)?[ \t]{0,8}(?:\\t)?(?:[@bfru]?\\{0,7}["'`])?[ \t]{0,8}/y;
const SCHEME = /([A-Za-z][A-Za-z0-9_+.-]{1,24})[ \t]+(?=\S)/y;
const TOKEN = /[^\s"'`,;<>(){}\\]{1,2048}/y;
/** `?auth=…&page=2`: what follows is another parameter. */
const NEXT_PARAMETER = /&(?:amp;)?[\w.%~-]{1,64}=.*$/s;
const PARAMETER = /([A-Za-z][\w-]{0,30})=(\\{0,7}"([^"\\]*)\\{0,7}"|[^\s"',;]+)/g;
const LONGEST = 4096;

/** What follows `Authorization`: the scheme stays, the credentials go. False when nothing like it follows. */
export function readCredentials(scan: Scan, nameEnd: number): boolean {
  const { text } = scan;
  if (nameEnd > 0 && nameEnd < (scan.done.get(readCredentials) ?? 0)) return false;
  const opening = matchAt(OPENING, text, nameEnd);
  const from = nameEnd + (opening?.[0].length ?? 0);
  if (nameEnd > 0 && !/[:=,]|->/.test(opening?.[0] ?? '')) return false;
  if (nameEnd > 0 && /,/.test(opening?.[0] ?? '') && !/["'`]/.test(opening?.[0] ?? '')) return false;
  const scheme = matchAt(SCHEME, text, from);
  const start = scheme ? from + scheme[0].length : from;
  const name = scheme?.[1]?.toLowerCase() ?? '';
  if (name === 'digest' || /^aws4|^oauth$|^hawk$|^signature$|^mac$/.test(name)) return readParameters(scan, start);
  const token = matchAt(TOKEN, text, start)?.[0].replace(NEXT_PARAMETER, '');
  if (!token) return false;
  scan.done.set(readCredentials, start + token.length);
  const body = token.replace(/[.:]+$/, '');
  const known =
    /^(?:bearer|basic|token|bot|apikey|api-key|key|negotiate|ntlm|digest|jwt|sso-key|genie?key|splunk|client-id|ghost|discogs|shippotoken)$/.test(
      name,
    );
  if (isOpen(body) || text[start] === '<') return true;
  if ((body.length < 6 && !known) || isPlace(body) || body.includes('::')) return false;
  if (!known && !looksRandom(body) && !/\d/.test(body)) return false;
  if (!known && /^[A-Za-z_]\w*(?:\[\w*\]|\.[A-Za-z_]\w*)+$/.test(body) && !looksRandom(body)) return false;
  if (known && !/[\d=+/]|[a-z][A-Z]|[A-Z]{4}/.test(body) && !looksRandom(body)) return false;
  addHit(scan, start, start + body.length, 'authorization', name === 'basic' ? 'PASSWORD' : 'TOKEN', RANK.context);
  return true;
}

const SECRET_PARAMETER =
  /^(?:response|cnonce|nonce|opaque|signature|oauth_signature|oauth_token|oauth_consumer_key|mac|hash|token|credential|id)$/i;

/** `Digest username="…", response="…"`: each value that authenticates. */
function readParameters(scan: Scan, from: number): boolean {
  const lineEnd = indexWithin(scan.text, '\n', from, from + LONGEST);
  const end = lineEnd < 0 ? Math.min(scan.text.length, from + LONGEST) : lineEnd;
  const part = scan.text.slice(from, end);
  let any = false;
  for (const match of part.matchAll(PARAMETER)) {
    const name = match[1] as string;
    const value = match[3] ?? (match[2] as string);
    if (!SECRET_PARAMETER.test(name) || value.length < 8 || isTemplate(value)) continue;
    if (/^id$/i.test(name) && !looksRandom(value)) continue;
    const start = from + match.index + match[0].indexOf(value, name.length + 1);
    const length = /^credential$/i.test(name) ? value.search(/\/|$/) : value.length;
    addHit(
      scan,
      start,
      start + length,
      'authorization',
      name.toLowerCase() === 'credential' ? 'API_KEY' : 'TOKEN',
      RANK.context,
    );
    any = true;
  }
  if (any) return true;
  const bare = matchAt(TOKEN, scan.text, from)?.[0] ?? '';
  if (!looksRandom(bare)) return false;
  addHit(scan, from, from + bare.length, 'authorization', 'TOKEN', RANK.context);
  return true;
}

const COOKIE = /([\w!#$%&'*+.^|~-]{1,80})=([^\s;,"'`\\(){}[\]<>]{1,4096})/g;
const ATTRIBUTE =
  /^(?:path|domain|expires|max-age|samesite|priority|version|comment|secure|httponly|partitioned|lang|locale|theme|tz|timezone|consent|currency|country)$/i;
const COOKIES_BEGIN =
  /\\{0,7}["'`]?[\])]{0,2}[ \t]{0,8}(?:[:=,]|=>|(?=["'][\w-]{1,40}=))[ \t]{0,8}(?:\\{0,7}["'`])?[ \t]{0,8}/y;

/** `Cookie: a=b; c=d`: every value that may identify or log in; attributes stay. */
export function readCookies(scan: Scan, nameEnd: number): boolean {
  const { text } = scan;
  if (nameEnd > 0 && nameEnd < (scan.done.get(readCookies) ?? 0)) return false;
  const lead = nameEnd === 0 ? '' : matchAt(COOKIES_BEGIN, text, nameEnd)?.[0];
  if (lead === undefined || (nameEnd > 0 && !/:|["'`]/.test(lead))) return false;
  return readCookiePairs(scan, nameEnd + lead.length);
}

/** `a=b; c=d` from `from` to the end of the line or literal. */
export function readCookiePairs(scan: Scan, from: number): boolean {
  const { text } = scan;
  let end = from;
  const limit = Math.min(text.length, from + LONGEST);
  while (end < limit && !/["'`\n\r\\]/.test(text[end] as string)) end++;
  scan.done.set(readCookies, end);
  let any = false;
  for (const match of text.slice(from, end).matchAll(COOKIE)) {
    const name = match[1] as string;
    const value = match[2] as string;
    if (ATTRIBUTE.test(name) || isOpen(value)) continue;
    if (value.length < 6 || (!/\d/.test(value) && !looksRandom(value)) || /^\d{1,10}$/.test(value)) continue;
    const start = from + match.index + name.length + 1;
    addHit(scan, start, start + value.length, 'cookie', 'COOKIE', RANK.context);
    any = true;
  }
  return any;
}

const BEARER_TOKEN = /(?:[ \t]+|\.(?=[\w-]{24}))[A-Za-z0-9._~+/=|-]{12,4096}/y;

/** `Bearer x` wherever it stands. */
const FORMATTED = /[ \t](?:\{\w*\}|%s)\\?["'`],[ \t]{0,8}(?=["'`])/y;

export function readBearer(scan: Scan, end: number): void {
  const formatted = matchAt(FORMATTED, scan.text, end);
  const filled = formatted ? readValue(scan.text, end + formatted[0].length) : null;
  if (filled?.quoted && looksRandom(scan.text.slice(filled.start, filled.end))) {
    addHit(scan, filled.start, filled.end, 'bearer', 'TOKEN', RANK.context);
    return;
  }
  const match = matchAt(BEARER_TOKEN, scan.text, end);
  if (!match) return;
  const start = skip(scan.text, scan.text[end] === '.' ? end + 1 : end, BLANK | LINE_END | QUOTE);
  const body = scan.text.slice(start, end + match[0].length).replace(/[.]+$/, '');
  if (isOpen(body) || !(looksRandom(body) || (/\d/.test(body) && /[a-z]/i.test(body) && body.length >= 16))) return;
  addHit(scan, start, start + body.length, 'bearer', 'TOKEN', RANK.context);
}

const BASIC_TOKEN = /(?:[ \t]{1,4}|["'`][ \t]{0,4}[,+][ \t]{0,4}["'`])([A-Za-z0-9+/]{8,2048}={0,2})(?![A-Za-z0-9+/=])/y;

/** `Basic dXNlcjpwYXNz` wherever it stands: it holds a user and a password. */
export function readBasic(scan: Scan, end: number): void {
  const token = matchAt(BASIC_TOKEN, scan.text, end)?.[1];
  if (!token || !holdsPassword(token)) return;
  const start = indexWithin(scan.text, token, end, end + 16);
  addHit(scan, start, start + token.length, 'basic', 'PASSWORD', RANK.context);
}

/** Base64 of `user:password`. */
export function holdsPassword(token: string): boolean {
  try {
    return /^[\x20-\x7e]{1,64}:[\x20-\x7e]{0,256}$/.test(atob(token));
  } catch {
    return false; // not base64 after all
  }
}
