import { flagsAt, isAt, isWordAt, JOINER, NAME, OTHER, skip, skipBack, Units } from './chars.ts';
import { readCommented } from './comments.ts';
import { readBlock, readGathered } from './gathered.ts';
import { readCookies, readCredentials } from './headers.ts';
import { type Held, isCompared, type Name, readHeld } from './held-value.ts';
import { judgeValue } from './judge.ts';
import { isItsValue, namesOf } from './key-path.ts';
import { textBefore } from './match-at.ts';
import { moreOfCode, readCode, readMore } from './more-codes.ts';
import { classifyName, type NameClass } from './names.ts';
import { isPlaceholder, placeholdersIn } from './placeholder.ts';
import { readProse } from './prose.ts';
import { readPhrase, type Value } from './read-value.ts';
import { addHit, RANK, type Scan } from './scan.ts';
import { isFullyMixed, isSigned } from './secret-words.ts';
import { sectionOf } from './section.ts';
import { readSpokenKey } from './spoken-keys.ts';
import { readBeside, readColumn, readInsert } from './tables.ts';
import { addPassword } from './told.ts';
import { inAuthority } from './urls.ts';
import { isKeptByUser } from './user-maps.ts';
import { isDrawnPhrase, isOpen, isPhrase } from './values.ts';

const LONGEST_NAME = 96;
/** Longer values are read for what they are, not for the section that they stand in. */
const LONGEST_KEY = 512;

/** A name as people write it in a sentence. */
const PLAIN =
  /^(?!([Pp]ass|PASS)$)(?:[Kk]ey[12]|\d?\p{Lu}?\p{Ll}+|\d?\p{Lu}+|\p{Lo}+)(?:[ _-](?:\p{Lu}?\p{Ll}+|\p{Lu}+)){0,2}$/u;

const isNameUnit = (text: string, index: number): boolean => {
  const flags = flagsAt(text, index);
  return flags === OTHER ? isWordAt(text, index) : (flags & NAME) !== 0;
};

/** End of the identifier that a keyword is part of, with dots and hyphens as in `spring.datasource.password`. */
function nameEnd(text: string, to: number): number {
  let end = to;
  while (end < text.length && end - to < LONGEST_NAME && isNameUnit(text, end)) end++;
  while (end > to && isAt(text, end - 1, JOINER)) end--;
  return end;
}

function nameStart(text: string, from: number): number {
  let start = from;
  while (start > 0 && from - start < LONGEST_NAME && isNameUnit(text, start - 1)) start--;
  if (text[start - 1] === '\\' && /[nrt]/.test(text[start] as string) && start < from) start++;
  return skip(text, start, JOINER, from);
}

class FoundName implements Name {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly flag: boolean;

  constructor(text: string, start: number, end: number) {
    this.start = start;
    this.end = end;
    this.text = text.slice(start, end);
    this.flag = text[start - 1] === '-';
  }

  private asked: boolean | undefined;

  /** Asked for of few names only. */
  get plain(): boolean {
    this.asked ??= PLAIN.test(this.text);
    return this.asked;
  }
}

/** `api key`, `card number`: where a name of two words begins; the same start when there is no second. */
function widened(text: string, start: number): number {
  if (text[start - 1] !== ' ') return start;
  const wider = skipBack(text, start - 1, NAME, Math.max(0, start - 24));
  return wider === start - 1 ? start : wider;
}

/**
 * A look at what follows the identifier: can a value follow at all? Most names in a program stand in the middle of an
 * expression, and need no second look.
 */
function mayHold(text: string, start: number, end: number): boolean {
  let at = end;
  while (at - end < 40 && isAt(text, at, 64)) at++;
  const next = text.charCodeAt(at);
  if (Number.isNaN(next)) return text[start - 1] === ' ' || isCompared(text, start);
  if (next === 124) return true; // |
  if (next === 61 || next === 58 || next === 34 || next === 39 || next === 96 || next === 92) return true; // = : " ' ` \
  if (at > end) return next !== 59 && next !== 44 && (next !== 46 || /^\.(?:=|\.\.)/.test(text.slice(at, at + 3)));
  if (next === 46 && text.startsWith('...', at)) return true;
  if (next === 62) return /[<:]/.test(text[start - 1] ?? '') || /["']/.test(text[end - 1] as string); // >
  if (next === 40) return /^\((?:[@bfru]?\\{0,7}["'`])/.test(text.slice(at, at + 10)); // (
  if (next === 46 || next === 47 || next === 125 || next === 38 || next === 59 || next === 36)
    return isCompared(text, start);
  if (next === 44)
    return isCompared(text, start) || /[,;|\t\n]/.test(text[start - 1] ?? '\n') || text[start - 1] === ' ';
  if (next === 41 || next === 93)
    return (
      isCompared(text, start) ||
      /^[)\]]{1,2}[ \t]{0,8}(?:[:=*]|VALUES)/i.test(text.slice(at, at + 20)) ||
      text[start - 1] === '(' ||
      text[start - 1] === ' '
    );
  return true;
}

/** Detects the value that a name in the text holds. */
export function readAssignment(scan: Scan, from: number, to: number): void {
  const { text } = scan;
  if (to <= scan.nameDone) return;
  const end = nameEnd(text, to);
  scan.nameDone = end;
  const start = nameStart(text, from);
  if (!mayHold(text, start, end)) return;
  let name = new FoundName(text, start, end);
  let kind = classifyName(name.text);
  if (kind.strength !== 'strong') {
    const wider = widened(text, start);
    if (start - wider === 7 && /^public[ _-]$/i.test(text.slice(wider, start))) return;
    const wide = wider === start ? kind : classifyName(text.slice(wider, end));
    if (wide.strength === 'strong' || (wide.vendor !== null && kind.vendor === null)) {
      name = new FoundName(text, wider, end);
      kind = wide;
    }
  }
  if (kind.strength === 'none' && kind.vendor === null) return;
  if (text[name.start - 1] === ':' && /\barn:[\w:/-]{0,80}$/.test(textBefore(text, name.start, 96))) return;
  if (text[name.end] === ':' && inAuthority(text, name.start)) return;
  if (!readHeader(scan, name.text, name.end)) readNamed(scan, name, kind);
}

const HEADER_ENDS = new Units(/[nhes]/i);
const AUTHORIZATION = /^(?:x-|proxy-)?authorization$/i;
const COOKIES = /cookies?$/i;
const AUTH = /^(?:x-|proxy-)?auth$/i;

/** Names whose values have a grammar of their own. True when nothing else is to be tried. */
function readHeader(scan: Scan, name: string, end: number): boolean {
  if (!HEADER_ENDS.at(name, name.length - 1)) return false;
  if (AUTHORIZATION.test(name)) {
    readCredentials(scan, end);
    return true;
  }
  if (COOKIES.test(name)) {
    readCookies(scan, end);
    return true;
  }
  return AUTH.test(name) && readCredentials(scan, end);
}

function readNamed(scan: Scan, name: Name, kind: NameClass): void {
  const { text } = scan;
  if (kind.strength === 'weak' && name.plain && /code$/i.test(name.text) && readCode(scan, name.end - 4, name.end))
    return;
  const held = readHeld(text, name);
  if (held && isPlaceholder(text, held.value.start, held.value.end)) return;
  if (held && kind.login && addUserPassword(scan, held.value)) return;
  if (held && addJudged(scan, name, kind, held)) return;
  if (held && kind.word && !held.value.quoted && readWords(scan, held.value.start, kind)) return;
  if (
    !held?.value.quoted ||
    held.value.start === held.value.end ||
    /[([]\s{0,4}.?$/.test(text.slice(held.value.start - 6, held.value.start))
  ) {
    const gathered = [
      ...readGathered(text, name.end, kind.word || /auth$/i.test(name.text)),
      ...readBlock(text, name.start, name.end, kind.word),
    ];
    for (const { start, end } of gathered)
      addHit(scan, start, end, 'assigned-list', kind.type || 'SECRET', RANK.context);
    if (gathered.length > 0) return;
  }
  if (held && !(text[name.end] === ':' && !held.value.quoted)) return;
  if (kind.strength === 'strong' && readBeside(scan, name.start, name.end, kind)) return;
  const pass = name.text.length === 4 && /^pass$/i.test(name.text);
  if (pass && readColumn(scan, name.start, name.end, kind)) return;
  const said = pass && isSaid(text, name);
  const { plain } = name;
  if ((plain || pass) && readCommented(scan, name.start, name.end, kind)) return;
  if (!plain && !said) return;
  if (kind.strength === 'weak') {
    readSpokenKey(scan, name.end, kind);
  } else if (
    kind.strength === 'strong' &&
    !readColumn(scan, name.start, name.end, kind) &&
    !readInsert(scan, name.start, kind)
  )
    readProse(scan, name.start, name.end, kind);
}

const QUERY_SIGN = new Units(/[?&;]/);

function addJudged(scan: Scan, name: Name, kind: NameClass, { value, manner }: Held): boolean {
  const inQuery = scan.text[name.end] === '=' && QUERY_SIGN.at(scan.text, name.start - 1);
  const verdict = judgeValue(scan.text, value, {
    name: name.text,
    kind,
    manner,
    inQuery,
    colon: scan.text[name.end] === ':',
  });
  if (!verdict)
    return (
      kind.strength === 'weak' && value.end - value.start < LONGEST_KEY && addBySection(scan, name, { value, manner })
    );
  const more =
    verdict.type === 'CODE' ? (moreOfCode(scan.text, value.end, scan.text.slice(value.start, value.end)) ?? 0) : 0;
  if (!value.quoted && scan.text[name.end] === ':' && name.plain)
    addPassword(scan, value.start, value.end + more, verdict.rule, verdict.type);
  else addHit(scan, value.start, value.end + more, verdict.rule, verdict.type, RANK.context);
  if (verdict.type === 'CODE') readMore(scan, value.next + more, scan.text.slice(value.start, value.end + more));
  return true;
}

/** `the pass was …`: a pass, not the command to pass something on. */
const isSaid = (text: string, name: Name): boolean =>
  (/\b(?:the|my|your|our|its|and|new|old|db|admin|root|wifi|vpn|sudo)[ \t]$/i.test(textBefore(text, name.start, 8)) &&
    /^[ \t]+(?:is|was|changed|:|=|\S{0,20}\d)/.test(text.slice(name.end, name.end + 24))) ||
  /\buser(?:name)?[ \t:=]{1,3}[^\s,]{1,24}[ ,]{1,2}$/i.test(textBefore(text, name.start, 40));

const USER_AND_PASSWORD = /^[\w.@-]{1,64}:(?!\/\/)(\S{5,128})$/;

/** `HTTP_BASIC=kim:…`: a user and a password. */
function addUserPassword(scan: Scan, value: Value): boolean {
  const body = scan.text.slice(value.start, value.end);
  const password = USER_AND_PASSWORD.exec(body)?.[1] ?? (isSigned(body) || isFullyMixed(body) ? body : undefined);
  if (!password || !/\d|[^\w.:-]/.test(password) || isOpen(password) || /^\d+$/.test(password)) return false;
  addHit(scan, value.end - password.length, value.end, 'assigned', 'PASSWORD', RANK.context);
  return true;
}

/** `[deepgram]`, then `key = …`: what the section is about says what the key opens. */
function addBySection(scan: Scan, name: Name, held: Held): boolean {
  const section = sectionOf(scan.text, name.start);
  const kind = section === null ? null : classifyName(`${section}_${name.text}`);
  return (
    kind !== null &&
    (kind.strength === 'strong' || kind.vendor !== null) &&
    addJudged(scan, name, { ...kind, strength: 'strong' }, held)
  );
}

/** `SESSION_PASS = meadow teapot willow ember` */
function readWords(scan: Scan, start: number, kind: NameClass): boolean {
  const phrase = readPhrase(scan.text, start);
  const words = phrase ? scan.text.slice(phrase.start, phrase.end) : '';
  if (!phrase || !(isDrawnPhrase(words) || (/\d$/.test(words) && isPhrase(words, false)))) return false;
  addHit(scan, phrase.start, phrase.end, 'assigned', kind.type, RANK.context);
  return true;
}

const LONGEST_LEAF = 4096;

/** Key under which the words of a seed phrase stand that was written as a list. */
export const MNEMONIC_WORD = 'word of a seed phrase';

/** What the key holds, or the one above: whole where that is the name, only what a machine drew where that gathers many. */
function classOfPath(key: string, parent: string | undefined): NameClass {
  const own = classifyName(key);
  if (parent === undefined || own.strength === 'strong') return own;
  if (own.strength === 'weak') {
    const both = classifyName(`${parent}_${key}`);
    return both.vendor !== null || both.strength === 'strong' ? { ...both, strength: 'strong' } : own;
  }
  const above = classifyName(parent);
  return isItsValue(key) || above.strength !== 'strong' || above.type === 'CODE'
    ? above
    : { ...above, strength: 'weak' };
}

/** The value of a leaf whose key holds a secret. A key from which something was taken names nothing any more. */
export function readKeyPath(scan: Scan): void {
  const { text, at } = scan;
  const [key, parent] = namesOf(at);
  if (key === MNEMONIC_WORD) addHit(scan, 0, text.length, 'mnemonic', 'MNEMONIC', RANK.structure);
  if (key === undefined || text.length < 3 || text.length > LONGEST_LEAF) return;
  if (text.length === 3 && !/cv[vc]|csc/i.test(key)) return;
  if (placeholdersIn(key).length > 0) return;
  const kind = classOfPath(key, parent);
  if (isKeptByUser(at, text)) addHit(scan, 0, text.length, 'user-map', 'PASSWORD', RANK.context);
  if (kind.strength === 'none' && kind.vendor === null) return;
  if (/^(?:x-|proxy-)?auth(?:orization)?$/i.test(key) && readCredentials(scan, 0)) return;
  if (/cookies?$/i.test(key) && readCookies(scan, 0)) return;
  const value = { start: 0, end: text.length, quoted: true, next: text.length };
  const verdict = judgeValue(text, value, { name: key, kind, manner: 'quoted', inQuery: false, colon: true });
  if (verdict) addHit(scan, 0, text.length, verdict.rule, verdict.type, RANK.context);
}
