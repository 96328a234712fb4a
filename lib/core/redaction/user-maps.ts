import { holdsUsers } from './key-path.ts';
import { standsAt } from './match-at.ts';
import { classifyName } from './names.ts';
import type { KeyPath } from './redactor.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';
import { isFullyMixed, isSigned } from './secret-words.ts';
import { isOpen, isPlace } from './values.ts';

/** What a name of many people is given: a mapping or a list of pairs, in the notations of many languages. */
const OPENING =
  /["'`]?\]?(?:\s{0,4}:\s{0,4}[A-Za-z][\w<>[\], ]{1,40}(?=\s{0,4}=))?[ \t]{0,8}(?::=|=>|[:=])[ \t]{0,8}(?:map\[string\]string|(?:new )?[\w.]{0,24}\(?\[?\s{0,8})[{[(]\s{0,12}/y;
const ENTRY =
  /(?:[([{]\s{0,4})?(["'`]?)([A-Za-z][\w.@+-]{1,40})\1\s{0,4}(?::|=>|=|,|to)\s{0,4}(["'`])((?:(?!\3)[^\\\s]){4,128})\3\s{0,4}[)\]}]?\s{0,4},?\s{0,40}/y;
const BLOCK = /["']?\]?:?[ \t]*\r?\n/y;
const LINE =
  /([ \t]{0,16})(["']?)([A-Za-z][\w.@+-]{1,40})\2[ \t]{0,8}[:=][ \t]{1,8}(["']?)([^\s"']{4,128})\4[ \t]*(?:\r?\n|$)/y;
const MOST = 64;
/** What a person's entry may hold beside a password. */
const PROPERTY =
  /^(?:id|name|role|roles|email|mail|type|created|updated|version|path|url|uri|host|port|shell|home|group|groups|uid|gid|date|locale|lang|theme|image|color|status|state|plan|key|table|label|title|description|format|pattern|regex|expires|since|last\w*|min\w*|max\w*)$/i;

interface Entry {
  readonly start: number;
  readonly end: number;
}

const isPicked = (body: string): boolean =>
  !isOpen(body) && !isPlace(body) && !/^\$2[aby]\$|^[\w.+-]+@[\w-]+\.|^[#/]|[(){}<>\\]/.test(body);

const isMarked = (body: string): boolean => isSigned(body) || isFullyMixed(body);

/** `fjord99Lax`: beside others that are surely passwords it is one. */
const isLikely = (body: string): boolean =>
  isMarked(body) ||
  (body.length >= 6 && /\d/.test(body) && /[A-Za-z]{3}/.test(body) && !/^v?\d+[.-]\d|^\d{4}-/.test(body));

/** `USERS = {"kim": "…", "lars": "…"}`: one of them is spelt as nothing but a password is. */
function readUsers(scan: Scan, _start: number, end: number): void {
  const { text } = scan;
  const next = text[end] ?? '';
  if (!/["'`:= \]\r\n]/.test(next) || end < (scan.done.get(readUsers) ?? 0)) return;
  const found = standsAt(OPENING, text, end) ? readEntries(text, OPENING.lastIndex) : readLines(text, end);
  if (found.length === 0) return;
  const bodies = found.map((entry) => text.slice(entry.start, entry.end));
  if (!bodies.some(isMarked) || !bodies.every(isPicked)) return;
  found.forEach(({ start, end: last }, at) => {
    if (isLikely(bodies[at] as string)) addHit(scan, start, last, 'user-map', 'PASSWORD', RANK.context);
    scan.done.set(readUsers, last);
  });
}

function readEntries(text: string, from: number): readonly Entry[] {
  const entries: Entry[] = [];
  ENTRY.lastIndex = from;
  for (let count = 0; count < MOST; count++) {
    const at = ENTRY.lastIndex;
    const match = ENTRY.exec(text);
    if (!match || PROPERTY.test(match[2] as string)) break;
    const body = match[4] as string;
    const start = at + match[0].lastIndexOf(body);
    entries.push({ start, end: start + body.length });
  }
  return entries;
}

/** The lines of `users:` in YAML or of `[users]`. */
function readLines(text: string, from: number): readonly Entry[] {
  if (!standsAt(BLOCK, text, from)) return [];
  const section = text[from] === ']';
  const entries: Entry[] = [];
  LINE.lastIndex = BLOCK.lastIndex;
  let indent: string | undefined;
  for (let count = 0; count < MOST; count++) {
    const at = LINE.lastIndex;
    const match = LINE.exec(text);
    if (!match) break;
    indent ??= match[1] as string;
    if (match[1] !== indent || (!section && indent === '') || PROPERTY.test(match[3] as string)) break;
    const body = match[5] as string;
    const start = at + match[0].lastIndexOf(body);
    entries.push({ start, end: start + body.length });
  }
  return entries;
}

/** No property of the whole: a person may be called so. */
const isUsersName = (key: string): boolean => /^[A-Za-z][\w.@+-]{1,40}$/.test(key) && !PROPERTY.test(key);

/** `{"users": {"kim": "…"}}`, leaf by leaf. */
const isUsersPassword = (parent: string, key: string, body: string): boolean =>
  holdsUsers(parent) && isUsersName(key) && isMarked(body) && isPicked(body);

/** `{"users": {"kim": "…"}}`, `{"passwords": {"kim": "…"}}`: the key is a person. */
export function isKeptByUser(at: KeyPath, body: string): boolean {
  const key = at.at(-1) as string;
  const parent = at.at(-2);
  if (parent === undefined || !/^\S{6,128}$/.test(body)) return false;
  if (isUsersPassword(parent, key, body)) return true;
  const above = classifyName(parent);
  return above.strength === 'strong' && above.type === 'PASSWORD' && isLikely(body) && isUsersName(key);
}

export const USER_MAP_DETECTORS: readonly Detector[] = [
  detector('none', 'users|accounts|logins|members|operators|admins|basic_auth|basicauth', readUsers),
];
