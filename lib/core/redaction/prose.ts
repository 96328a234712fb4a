import { Units } from './chars.ts';
import { matchAt, textBefore } from './match-at.ts';
import { moreOfCode, readMore } from './more-codes.ts';
import type { NameClass } from './names.ts';
import { readPassphrase } from './passphrases.ts';
import { looksRandom } from './randomness.ts';
import { addHit, RANK, type Scan } from './scan.ts';
import { isIdentifier, isOpen, isPlace } from './values.ts';

/** Farther than this from its name a word is no longer what is named. UTF-16 units. */
const REACH = 140;
const MOST_WORDS = 9;

/** Words and signs that lead straight to the value, in the languages that people write to agents in. */
const LINK = new Set(
  `is was are be to = : := => -> - – — → ➜ / | , are: is: was: equals lautet ist war ist: es son es: est sont est: é é: è è: jest to: är är: er er: on on: is, это — теперь stał wynosi bylo byl je jsou fue eran era hint now set changed became diventata cambió cambiada ändert geändert mudou changée 's ’s هي هو है hai là adalah คือ είναι yra brzmi będzie zní lyder c'est serait sería seria sarebbe wäre devrait`.split(
    ' ',
  ),
);
/** Words that may stand between a name and its link. */
const FILLER = new Set(
  "the a an my our your his her their this that for of at in on with from by as here there's it's its login account user username server box db database wifi wi-fi vpn ssh ftp admin root prod production staging dev test new old temporary temp current default first last one-time initial real actual and or key keys value string please use used using try has have been will be you need we i und für der die das den dem vom zum zur im mein dein unser neue del de la el los las para mi tu su nuevo nueva du des le les pour mon ton notre nouveau do da dos minha meu per il lo mio nuova dla do na moje mitt nya voor van het mijn nieuwe för til min nye к от для на мой наш новый provided currently still both as always usual same one old ever wie immer noch wieder sonst comme toujours como siempre come sempre zoals altijd som alltid jak zawsze как всегда follows below again temporarily just only also supplied given received".split(
    ' ',
  ),
);
const WORD_GAP = new Units(/[ \t\u00a0\u3000]/);
const LONGEST_GAP = 40;
const NOT_SPACE = new Units(/[^\s\u3000]/);
const LONGEST_WORD = 300;
const WRAP_START = new Units(/[("'`“”«»„*_[{<【「（：]/);
const WRAP_END = new Units(/[.,;:!?)"'`“”«»*_\]}>】」。，；、！？：）]/);

const hasMix = (word: string): boolean => /\d/.test(word) && /\p{L}/u.test(word);

/** Numbers, versions, sizes, dates, names of things: words with digits that nobody hides. */
const THING =
  /^(?:v?\d+(?:[.,:/x-]\d+)*(?:%|st|nd|rd|th|k|kb|mb|gb|tb|ms|s|m|h|d|x|px|am|pm|tokens?|chars?|bits?|bytes?)?(?:-[a-z]+)?|#\d+|0x[0-9a-f]{1,8}|[A-Z]{1,6}-\d+|(?:cve|rfc|pkcs|iso|iec|fips|nist|cwe|pep)[-#]?\d[\w#.-]*|\d+\/(?:tcp|udp|sctp)|(?:sha|md|utf|base(?:32|58|64)?(?:url)?|oauth|http|ipv|ed|rs|es|hs|ps|aes|des|mp|gpt|claude|gemini|llama|qwen|o|v|p|q|s|ec|k|x|py|python|node|web|h|rfc|tls|ssl|php|es|win|arm|amd|i|vp|av|ch|step|phase|level|line|page|part|rev|r|us|eu|ap|sa|ca|af|me|usw|use)-?\d+(?:[.-]\w+)*|[a-z]+-(?:east|west|north|south|central)-?\d\w?|[a-z]+\/\d[\d.]*)$/i;

/** Letters of both cases, digits and signs: nothing but a password is written so. */
export const isFullyMixed = (word: string): boolean =>
  word.length >= 8 &&
  word.length <= 64 &&
  /[a-z]/.test(word) &&
  /[A-Z]/.test(word) &&
  /\d/.test(word) &&
  /[^\w\s.,:;/'’"()-]/.test(word) &&
  !/^[\w.$]+\(|[=!]==|=>|\]\(|\\|:\/\/|^[\w.+-]+@|&&|^[a-z]+[A-Z]?\w*=|^[=:]|;/.test(word);

/** `quartz6388%`: letters, digits and a sign of those that passwords have. */
export const isSigned = (word: string): boolean =>
  word.length >= 8 &&
  word.length <= 40 &&
  /^[\w!#$%^*?@&+~-]+$/.test(word) &&
  /[A-Za-z]{3}/.test(word) &&
  /\d{2}/.test(word) &&
  /[!#$%^*?@&~]/.test(word) &&
  !/^[\w.+-]+@[\w-]+$|^#|\d[xX]\d/.test(word);

const CHOSEN_END = new Units(/[\d!?]/);
const CHOSEN = /^(?=.*\p{Lu})\p{L}{2,20}(?:[._-]\p{L}{2,20}){0,3}(?:[._-]\d{1,4}|(?<=[._-]\p{L}{2,20})\d{1,4})[!?]?$/u;

/** `Tundra.2466`, `river_Falcon7`: words, a number and signs between them. Hosts and machines are called so as well. */
export const isChosen = (word: string): boolean =>
  word.length >= 8 && word.length <= 40 && CHOSEN_END.at(word, word.length - 1) && CHOSEN.test(word);

/** Nobody but somebody who needs a password writes so. */
export const isMadeUp = (word: string): boolean => isSigned(word) || isFullyMixed(word) || isChosen(word);

/** Something that nobody would write as a word. */
export function isSecretWord(word: string, kind: NameClass): boolean {
  if (word.length < 5 || word.length > 256 || (word.length < 12 && !/[\d!#$%^*?+~]/.test(word))) return false;
  if (isOpen(word) || isPlace(word)) return false;
  if (kind.word && isFullyMixed(word)) return true;
  if (/\]\(|:\/\/|[=!]==|\?\.|=>|&&|\|\|/.test(word) || (/\\[nrt]/.test(word) && !/\d/.test(word))) return false;
  if (
    /\\[ef*(%]|^\\|^[A-Z][a-z]+\d+[A-Z][a-z]+$|^[A-Z]\d[A-Z]\d[A-Z]?[a-z]*$/.test(word) ||
    (word.includes(')') && !word.includes('('))
  )
    return false;
  if (
    THING.test(word) ||
    /^(?:https?|ftp|file):|^[\w.+-]+@[\w-]+\.[\w.-]+$|^[@$%&:]|^--?\w|^[a-z]+:[a-z]+|::|\w\(/i.test(word)
  )
    return false;
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^[a-z]+(?:_[a-z0-9]+)+$|[=<>[\]{}]/.test(word) && !looksRandom(word))
    return false;
  if (word.includes('.') && word.split('.').every((piece) => isIdentifier(piece) || piece === '')) return false;
  if (/^[\p{L}\d]+(?:;[\p{L}\d]*)+$/u.test(word) && !looksRandom(word)) return false; // cells
  if (hasMix(word)) return !isIdentifier(word) || looksRandom(word) || /\d{2,}$|^\d|[a-z]\d+[a-z]/i.test(word);
  if (kind.word && /[^\w\s.,-]/.test(word) && /\p{L}{3}/u.test(word) && !/['’/&…]/.test(word))
    return /[!#$%^*?+~]/.test(word.slice(0, -1));
  return word.length >= 12 && looksRandom(word);
}

export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Without the brackets and quotes before it, and those and the marks of a sentence behind. */
function stripped(text: string, start: number, end: number): Piece {
  let from = start;
  let to = end;
  while (from < to && WRAP_START.at(text, from)) from++;
  while (to > from && WRAP_END.at(text, to - 1)) to--;
  return { start: from, end: to };
}

export function unwrapped(text: string, start: number, end: number): Piece {
  const stem = stripped(text, start, end);
  if (stem.end === end || !hasMix(text.slice(stem.start, stem.end))) return stem;
  // a password may end in a sign; what closes a sentence or a quote does not belong to it
  const signs = /^(?:[!?]{1,3}|[*_])/.exec(text.slice(stem.end, end))?.[0] ?? '';
  const wrapping = /[*_]/.test(signs) && text.startsWith(signs, start);
  return wrapping ? stem : { start: stem.start, end: stem.end + signs.length };
}

/** The same without any sign at its end. */
export const withoutWraps = (word: string): string => {
  const { start, end } = stripped(word, 0, word.length);
  return word.slice(start, end);
};

const PROSE_GOES_ON = new Units(/[\s:=：,—–"'`*|(~\p{L}-]/u);

/** `the password for the box is hunter2`: a sentence goes from the name to the value. */
export function readProse(scan: Scan, start: number, end: number, kind: NameClass): void {
  if (kind.word && readTold(scan, start, end, kind)) return;
  if (kind.word && kind.type === 'PASSWORD' && readPassphrase(scan, end)) return;
  const open = end >= scan.text.length || PROSE_GOES_ON.at(scan.text, end);
  if (!open || !readForward(scan, end, kind)) readBackward(scan, start, kind);
}

/** `… auf X geändert`, `changed it from X to Y …`: what a password is or was, by what is said of it. */
const INTO = /[^\n.!?;]{0,24}?[ \t](?:auf|naar|till?)[ \t]["'`]?(\S{5,40})[ \t](?:ge|ver|umge|änd|end)\p{L}{3}/iuy;
const SET_TO =
  /\b(?:chang\w{1,4}|(?:re)?set|switched|put) (?:it|that|them) (?:from ["'`]?(\S{5,40}) )?(?:back )?to ["'`]?(\S{5,40})(?: [^\n;]{0,100})?$/i;
const LIKELY = /^(?=.*\p{L}{3})(?=.*\d)[\p{L}\d!#$%^*?&+~_.-]{5,40}$/u;

function addTold(scan: Scan, raw: string, end: number, kind: NameClass): boolean {
  const piece = unwrapped(scan.text, end - raw.length, end);
  const word = scan.text.slice(piece.start, piece.end);
  if (!LIKELY.test(word) || THING.test(word) || !isSecretWord(word, kind)) return false;
  addHit(scan, piece.start, piece.end, 'prose', kind.type, RANK.context);
  return true;
}

function readTold(scan: Scan, start: number, end: number, kind: NameClass): boolean {
  const into = matchAt(INTO, scan.text, end);
  if (into) {
    const raw = into[1] as string;
    return addTold(scan, raw, into.index + into[0].lastIndexOf(raw) + raw.length, kind);
  }
  const before = textBefore(scan.text, start, 160);
  const set = before.includes(' to ') ? SET_TO.exec(before) : null;
  if (!set) return false;
  const from = start - before.length + set.index;
  for (const raw of set.slice(1))
    if (raw !== undefined) addTold(scan, raw, from + set[0].indexOf(` ${raw}`) + 1 + raw.length, kind);
  return true;
}

function skipUnits(text: string, from: number, units: Units, most: number): number {
  let at = from;
  while (at < text.length && at - from < most && units.at(text, at)) at++;
  return at;
}

function readForward(scan: Scan, end: number, kind: NameClass): boolean {
  const { text } = scan;
  const limit = Math.min(text.length, end + REACH);
  let at = end;
  let linked = true;
  let last: 'name' | 'link' | 'filler' | 'word' = 'name';
  for (let count = 0; count < MOST_WORDS && at < limit; count++) {
    const wordStart = skipUnits(text, at, WORD_GAP, LONGEST_GAP);
    at = skipUnits(text, wordStart, NOT_SPACE, LONGEST_WORD);
    if (at === wordStart) return false;
    const raw = text.slice(wordStart, at);
    if (raw.includes('<') && /<[A-Z_]+\d+>/.test(raw)) return true;
    const ends = raw.at(-1) as string;
    const colon = ends === ':' || ends === '：';
    if ((colon || (ends === '?' && kind.word)) && readNextLine(scan, at, kind)) return true;
    if (raw.includes('@') && MAIL_OR_HOST.test(raw)) continue;
    const piece = unwrapped(text, wordStart, at);
    const word = text.slice(piece.start, piece.end);
    const user = word.includes(':') ? (/^[\p{L}.-]{1,32}:(?=[^/\s])/u.exec(word)?.[0].length ?? 0) : 0;
    const secret = word.slice(user);
    if (linked && kind.type === 'CODE' && CODE_WORD.test(word)) {
      const more = moreOfCode(text, piece.end, word);
      if (more === undefined && !/\bcv[vc]2?$|\bcsc$/i.test(textBefore(text, end, 5))) return false;
      addHit(scan, piece.start, piece.end + (more ?? 0), 'prose', 'CODE', RANK.context);
      readMore(scan, piece.end + (more ?? 0), text.slice(piece.start, piece.end + (more ?? 0)));
      return true;
    }
    const chosen = isChosen(secret);
    const named = chosen && VERB.test(text.slice(piece.end, piece.end + 12));
    if (kind.word && last !== 'filler' && chosen && !named) {
      addHit(scan, piece.start + user, piece.end, 'prose', kind.type, RANK.context);
      return true;
    }
    if (
      !named &&
      isSecretWord(secret, kind) &&
      (linked ||
        (secret.length >= 10 && (looksRandom(secret) || (kind.word && (isFullyMixed(secret) || isSigned(secret))))))
    ) {
      addHit(scan, piece.start + user, piece.end, 'prose', kind.type, RANK.context);
      if (/codes?$/i.test(text.slice(end - 5, end))) readMore(scan, piece.end, secret);
      return true;
    }
    if (last === 'link' && kind.word && kind.type === 'PASSWORD' && isClosing(text, piece.end, secret)) {
      addHit(scan, piece.start + user, piece.end, 'prose', kind.type, RANK.context);
      return true;
    }
    const plain = word.toLowerCase();
    const link = colon || ends === '=' || LINK.has(plain) || LINK.has(raw.toLowerCase());
    last = link ? 'link' : FILLER.has(plain) ? 'filler' : 'word';
    if (link) linked = true;
    else if (!FILLER.has(plain) && plain !== '' && !/^\d{1,2}$/.test(plain))
      linked = count === 0 ? linked && kind.type === 'SECRET' : false;
    if (raw.length > 1 && '.!?;。'.includes(ends)) return false;
    if (colon) continue;
    if (!/^[\p{L}\p{M}'’:=.,/|–—→➜>*_`"()-]*$|^\d{1,2}$/u.test(raw)) return false;
  }
  return false;
}

/** `… is falcon7.`: a word and a number right behind the link, and nothing said of it. */
const isClosing = (text: string, end: number, word: string): boolean =>
  /\d$/.test(word) &&
  /^\p{L}{6,20}\d{1,4}$/u.test(word) &&
  !THING.test(word) &&
  /^[ \t]?(?:[,;!()]|[.](?:\s|$)|\r?\n|$)/.test(text.slice(end, end + 3));

/** Whose password it is. */
const MAIL_OR_HOST = /^[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+){1,4}$/;
/** `… for Build-Agent-01 has expired`: what something is said of. */
const VERB = /^[ \t]+(?:is|was|has|had|must|should|will|can|may|expire[sd]?|ist|est|es|è|hat|a)\b/;

/** After a colon at the end of a line: the value alone on the next one, perhaps fenced. */
const ALONE = /(?:\r?\n[ \t>]{0,8}){1,3}(?:```\w{0,8}\r?\n[ \t>]{0,8})?(["'`*]{0,2}[^\s]{8,300})[ \t]{0,8}(?=\r?\n|$)/y;

function readNextLine(scan: Scan, at: number, kind: NameClass): boolean {
  const raw = matchAt(ALONE, scan.text, at)?.[1];
  if (raw === undefined) return false;
  const last = ALONE.lastIndex - (/[ \t]*$/.exec(scan.text.slice(at, ALONE.lastIndex))?.[0].length ?? 0);
  const piece = unwrapped(scan.text, last - raw.length, last);
  const word = scan.text.slice(piece.start, piece.end);
  if (!isSecretWord(word, kind) || !(looksRandom(word) || (kind.word && /\d/.test(word)))) return false;
  addHit(scan, piece.start, piece.end, 'prose', kind.type, RANK.context);
  return true;
}

/** A PIN or a code that came by message. */
const CODE_WORD = /^#?(?:\d{3,8}|\d{2,4}[A-Z]\d{0,3}|[A-Z0-9]{3,5}-[A-Z0-9]{3,5})#?$/;

/** Leads from a value to the name behind it. */
const AS_NAME =
  /["'`]?(?:[,;.]?[ \t]+|[ \t]*[—–-][ \t]*)(?:(?:every|any)where )?(?:as|for|come|comme|como|als|som|de|\(|is|=>|->|—|-|(?:that|this|which)(?:[’']s| is| was))[ \t]?(?:the|a|an|my|our|your|her|his|their|its)?[ \t]?(?:[a-z]{2,12}[ \t]){0,2}$/i;
const AS_REACH = 40;
const SPACE_OR_QUOTE = new Units(/[\s"'`]/);

/** `use hunter2 as the password`, `it is hunter2 (the db password)`. */
function readBackward(scan: Scan, start: number, kind: NameClass): void {
  const { text } = scan;
  const from = Math.max(0, start - AS_REACH);
  const match = AS_NAME.exec(text.slice(from, start));
  if (!match) return;
  const wordEnd = from + match.index;
  let wordStart = wordEnd;
  while (wordStart > 0 && wordEnd - wordStart < REACH && !SPACE_OR_QUOTE.at(text, wordStart - 1)) wordStart--;
  const piece = unwrapped(text, wordStart, wordEnd);
  const word = text.slice(piece.start, piece.end);
  if (isSecretWord(word, kind) && (looksRandom(word) || /\d/.test(word)))
    addHit(scan, piece.start, piece.end, 'prose', kind.type, RANK.context);
}
