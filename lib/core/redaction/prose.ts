import { Units } from './chars.ts';
import { matchAt, textBefore } from './match-at.ts';
import { moreOfCode, readMore } from './more-codes.ts';
import type { NameClass } from './names.ts';
import { readPassphrase } from './passphrases.ts';
import { looksRandom } from './randomness.ts';
import { addHit, RANK, type Scan } from './scan.ts';
import { isChosen, isClosing, isPlainWord, isSecretWord, isSpelt, THING, unwrapped } from './secret-words.ts';
import { addPassword, addWord } from './told.ts';

/** Farther than this from its name a word is no longer what is named. UTF-16 units. */
const REACH = 140;
const MOST_WORDS = 9;

/** Words and signs that lead straight to the value, in the languages that people write to agents in. */
const LINK = new Set(
  `is 's ’s ? was are be to = : := => -> - – — → ➜ / | , equals lautet ist war ist: es son es: est sont est: é é: è è: jest to: är är: er er: on on: это — теперь stał wynosi bylo byl je jsou fue eran era hint ficou now set changed became diventata cambió cambiada ändert geändert mudou changée هي هو है hai là adalah คือ είναι yra brzmi będzie zní lyder c'est serait sería seria sarebbe wäre devrait`.split(
    ' ',
  ),
);
/** Words that may stand between a name and its link. */
const FILLER = new Set(
  "their there's login account username server database wi-fi admin production staging temporary current default first one-time initial actual value string please using unser nuevo nueva notre nouveau minha nuova nieuwe новый provided currently still always usual immer wieder sonst comme toujours siempre sempre zoals altijd alltid zawsze всегда follows below again temporarily supplied given received".split(
    ' ',
  ),
);
const SHORT = /^(?!not|no$|hash|file|salt|type|size|must|than)[\p{L}'’]{1,4}$/u;
const WORD_GAP = new Units(/[ \t\u00a0\u3000]/);
const LONGEST_GAP = 40;
const NOT_SPACE = new Units(/[^\s\u3000]/);
const LONGEST_WORD = 300;
const POINTS = /\p{Extended_Pictographic}|^below$/iu;

const PROSE_GOES_ON = new Units(/[\s?:=：,—–"'`*|(~\p{L}-]/u);

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
  const coded = kind.type === 'CODE' || /codes?$/i.test(text.slice(end - 5, end));
  let last: 'name' | 'link' | 'filler' | 'word' = 'name';
  for (let count = 0; count < MOST_WORDS && at < limit; count++) {
    const wordStart = skipUnits(text, at, WORD_GAP, LONGEST_GAP);
    at = skipUnits(text, wordStart, NOT_SPACE, LONGEST_WORD);
    if (at === wordStart) return false;
    const raw = text.slice(wordStart, at);
    if (raw.includes('<') && /<[A-Z_]+\d+>/.test(raw)) return true;
    const ends = raw.at(-1) as string;
    const colon = ends === ':' || ends === '：';
    const points =
      colon || (ends === '?' && kind.word) || ((raw.charCodeAt(0) > 0x2000 || raw === 'below') && POINTS.test(raw));
    if (points && readNextLine(scan, at, kind)) return true;
    if (raw.includes('@') && MAIL_OR_HOST.test(raw)) continue;
    const piece = unwrapped(text, wordStart, at);
    const word = text.slice(piece.start, piece.end);
    const user = word.includes(':') ? (/^[\p{L}.-]{1,32}:(?=[^/\s])/u.exec(word)?.[0].length ?? 0) : 0;
    const secret = word.slice(user);
    if (linked && coded && CODE_WORD.test(word)) {
      const more = moreOfCode(text, piece.end, word);
      if (more === undefined && !/\bcv[vc]2?$|\bcsc$/i.test(textBefore(text, end, 5))) return false;
      addHit(scan, piece.start, piece.end + (more ?? 0), 'prose', 'CODE', RANK.context);
      readMore(scan, piece.end + (more ?? 0), text.slice(piece.start, piece.end + (more ?? 0)));
      return true;
    }
    if (linked && (kind.word || coded) && word.length < 6) {
      const spelt = matchAt(SPELT, text, piece.start)?.[0].length;
      if (spelt) {
        addHit(scan, piece.start, piece.start + spelt, 'prose', kind.type, RANK.context);
        return true;
      }
    }
    const chosen = isChosen(secret);
    const named = chosen && VERB.test(text.slice(piece.end, piece.end + 12));
    const quote = text.charAt(wordStart);
    const told =
      (!named &&
        ((kind.word && last !== 'filler' && chosen) ||
          (isSecretWord(secret, kind) &&
            (linked || (secret.length >= 10 && (looksRandom(secret) || (kind.word && isSpelt(secret)))))))) ||
      (kind.type === 'PASSWORD' &&
        (last === 'link' || (count === 0 && /^\p{Lu}|\d\d$/u.test(secret))) &&
        (isClosing(text, piece.end, secret) ||
          (/["'`]/.test(quote) && quote === text[piece.end] && isPlainWord(word))));
    if (told) {
      addPassword(scan, piece.start + user, piece.end, 'prose', kind.type);
      if (coded) readMore(scan, piece.end, secret);
      return true;
    }
    const plain = word.toLowerCase();
    const link = points || ends === '=' || LINK.has(plain) || LINK.has(raw.toLowerCase());
    const filler =
      plain.length < 5
        ? SHORT.test(plain)
        : FILLER.has(plain) || (plain > '\u0590' && /^[\u0590-\uffff]+$/.test(plain));
    last = link ? 'link' : filler ? 'filler' : 'word';
    if (link) linked = true;
    else if (!filler && plain !== '' && !/^\d{1,2}$/.test(plain))
      linked = count === 0 ? linked && kind.type === 'SECRET' : false;
    if (raw.length > 2 && '.!?;。'.includes(ends)) return false;
    if (points) continue;
    if (!/^[\p{L}\p{M}'’:=.,/|–—→➜>*_`"()-]*$|^\d{1,2}$/u.test(raw)) return false;
  }
  return false;
}

/** Whose password it is. */
const MAIL_OR_HOST = /^[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+){1,4}$/;
/** `… for Build-Agent-01 has expired`: what something is said of. */
const VERB = /^[ \t]+(?:is|was|has|had|must|should|will|can|may|expire[sd]?|ist|est|es|è|hat|a)\b/;

/** After a colon at the end of a line: the value alone on the next one, perhaps fenced. */
const ALONE =
  /(?:\r?\n[ \t>]{0,8}){1,3}(?:```\w{0,8}\r?\n[ \t>]{0,8}|[A-Z]\w{0,15}: {1,2})?(["'`*]{0,2}[^\s]{8,300})[ \t]{0,8}(?=\r?\n|$)/y;

function readNextLine(scan: Scan, at: number, kind: NameClass): boolean {
  const raw = matchAt(ALONE, scan.text, at)?.[1];
  if (raw === undefined) return false;
  const last = ALONE.lastIndex - (/[ \t]*$/.exec(scan.text.slice(at, ALONE.lastIndex))?.[0].length ?? 0);
  const fits = (word: string): boolean =>
    isSecretWord(word, kind) && (looksRandom(word) || (kind.word && /\d/.test(word)));
  return addWord(scan, last - raw.length, last, fits, 'prose', kind.type) !== '';
}

/** A PIN or a code that came by message. */
const CODE_WORD =
  /^(?=.*\d)(?!\d{4}-\d\d-)(?:[A-Z#]?-?\d{3,8}#?|\d{2,4}[A-Z]\d{0,3}|[A-Z0-9]{2,8}(?:-[A-Z0-9]{2,8}){1,4})$/;

/** `k i t t e n 4 2`, `four four eight two` */
const ONE = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|[a-z\\d])';
const SPELT = new RegExp(`(?:${ONE}(?:[ -]|, ?)){3,31}${ONE}(?![\\w'’-])`, 'iy');

/** Leads from a value to the name behind it. */
const AS_NAME =
  /["'`]?(?:[,;.]?[ \t]+|[ \t]*[—–-][ \t]*)(?:(?:every|any)where )?(?:as|for|come|comme|como|als|som|de|\(|is|=>|->|<-|←|—|-|(?:[<←—–-]+ )?(?:that|this|which)(?:[’']s| is| was))[ \t]?(?:the|a|an|my|our|your|her|his|their|its)?[ \t]?(?:[a-z]{2,12}[ \t]){0,2}$/i;
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
  addWord(
    scan,
    wordStart,
    wordEnd,
    (word) =>
      (kind.type === 'CODE' && word.length > 4 && CODE_WORD.test(word)) ||
      (isSecretWord(word, kind) &&
        (looksRandom(word) || /\d/.test(word)) &&
        !(kind.word && /^[\da-f]{7,40}$/.test(word))),
    'prose',
    kind.type,
  );
}
