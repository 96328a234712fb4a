import { matchAt, standsAt } from './match-at.ts';
import { MNEMONIC_WORDS } from './mnemonic-words.ts';
import { addHit, RANK, type Scan } from './scan.ts';
import { isDrawnPhrase, isPhrase } from './values.ts';

/** What may stand between the name and the words, a verb or a sign last. */
const LEAD =
  /[^\n.!?;:=]{0,60}?(?:[ \t](?:is|was|are|ist|war|lautet|est|es|é|è|jest|to|c'est|c’est)[ \t]{1,4}|[ \t]{0,4}(?:[:=→–—]|->|=>)[ \t]{0,4}|[ \t]{1,4}(?=["'“„«]))/iy;
const QUOTED = /["'“„«]([a-z]{3,12}(?:[ -][a-z]{3,12}){2,9})["'”“»]/y;
const PLAIN = /([a-z]{3,10}(?: [a-z]{3,10}){3,7})(?=[ \t]{0,4}(?:[.,;()!?\r\n]|$))/y;
const TITLED = /((?:[A-Z][a-z]{2,12} ){2,6}\d{1,4})(?=[ \t]{0,4}(?:[.,;()!?\r\n]|$))/y;
const JOINED = /([A-Za-z]{3,12}(?:[-_.][A-Za-z]{3,12}){2,8}(?:[-_.]?\d{1,4})?)(?![\w-]|\.\w)/y;
/** Another one to try behind the first. */
const NEXT =
  /[ \t]{0,4}[.,;)]{0,2}[ \t]{1,4}(?:(?:and|or|then|else)[ \t])?(?:if [a-z' ]{2,24}[,]?[ \t])?(?:try|or|then)[ \t]/iy;

/** No sentence, and half of its words at least are in the list that wallets draw from. */
function areDrawn(phrase: string): boolean {
  const words = phrase.toLowerCase().split(/[ -]/);
  return (
    isDrawnPhrase([...words, 'word'].join(' ')) &&
    words.filter((word) => MNEMONIC_WORDS.has(word)).length * 2 >= words.length
  );
}

function phraseAt(text: string, at: number): { readonly start: number; readonly end: number } | null {
  for (const [pattern, fits] of [
    [QUOTED, areDrawn],
    [PLAIN, areDrawn],
    [JOINED, isJoined],
    [TITLED, (phrase: string) => isPhrase(phrase, false)],
  ] as const) {
    const match = matchAt(pattern, text, at);
    const phrase = match?.[1];
    if (!match || !phrase || !fits(phrase)) continue;
    const start = at + match[0].indexOf(phrase);
    return { start, end: start + phrase.length };
  }
  return null;
}

/** `comet-blanket-garlic-violet`: four words, or three and a number. */
function isJoined(phrase: string): boolean {
  const words = phrase
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
  const numbered = /\d$/.test(phrase);
  return words.length >= (numbered ? 3 : 4) && isDrawnPhrase([...words, 'word'].join(' '));
}

/** `the passphrase is paddle whistle copper quartz`: a password of plain words, straight behind its name. */
export function readPassphrase(scan: Scan, end: number): boolean {
  const { text } = scan;
  if (!standsAt(LEAD, text, end)) return false;
  let found = phraseAt(text, LEAD.lastIndex);
  if (!found) return false;
  for (let more = 0; found && more < 4; more++) {
    addHit(scan, found.start, found.end, 'passphrase', 'PASSWORD', RANK.context);
    const closed: number = /["'”“»]/.test(text[found.end] ?? '') ? found.end + 1 : found.end;
    found = standsAt(NEXT, text, closed) ? phraseAt(text, NEXT.lastIndex) : null;
  }
  return true;
}
