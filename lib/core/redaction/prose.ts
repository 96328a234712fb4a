import type { NameClass } from './names.ts';
import { looksRandom } from './randomness.ts';
import { addHit, RANK, type Scan } from './scan.ts';
import { isIdentifier, isPlace, isStandIn, isTemplate } from './values.ts';

/** Words between "password" and the password, in the languages that people write to agents in. */
const BRIDGE =
  /(?:[ \t]*(?:[:=：＝→~-]{1,3}|["'`“”«»„*_]{1,3})[ \t]*|[ \t]+[("'`]{1,2}|[ \t]+(?:is|hint|was|are|be|will be|to|now|=|the|that|this|my|our|your|set|changed|called|currently|temporary|for|on|of|at|in|as|with|from|login|account|user|server|box|db|database|wifi|admin|root|prod|production|staging|dev|test|it'?s|here|you|need|use|lautet|ist|war|der|die|das|für|zum|zur|vom|es|son|la|el|los|del|de|para|est|le|les|du|des|pour|é|do|da|dos|è|il|per|to|jest|dla|är|er|on|är|for|på|zu|si|och|это|теперь|от|для|к|на|у))+|[ \t]*[はがをのは是为為：]\s?|['’]s(?=[ \t])|이?는|은|[ \t]+/iuy;
const CANDIDATE = /["'`“«„*_(]{0,3}([^\s"'`“”«»„<>(){}[\],;，。；、]{4,128})/uy;
const PUNCTUATION = /[.,;:!?*_)]+$/;

const hasMix = (word: string): boolean => /\d/.test(word) && /\p{L}/u.test(word);

/** Something that nobody would write as a word. */
function isSecretWord(word: string, kind: NameClass): boolean {
  if (isTemplate(word) || isStandIn(word) || isPlace(word)) return false;
  if (
    /^(?:https?|ftp|file):|^[\w.-]+@|^\d+(?:[.,:/-]\d+)*%?$|^v?\d+(?:\.\d+)+|^#\d|^\d+(?:st|nd|rd|th|k|kb|mb|gb|ms|s|m|h|d|x|px|tokens?|chars?|bits?|bytes?)$/i.test(
      word,
    )
  )
    return false;
  if (
    /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^\d+(?:st|nd|rd|th)\b|^0x[0-9a-f]{1,8}$|^[@$%&]/i.test(word) &&
    !looksRandom(word)
  )
    return false;
  if (word.split('.').length > 1 && word.split('.').every((piece) => isIdentifier(piece))) return false;
  if (/^:|^[a-z]+:[a-z]+|::/.test(word)) return false;
  if (/^[A-Z]+-\d+$|^\/|^--?\w|=/.test(word) && !looksRandom(word)) return false;
  if (
    /^(?:sha|md|utf|base|oauth|http|ipv|ed|rs|es|hs|aes|mp|gpt|o|v|p|q|s3|ec|k8|x|py|node|web|h)-?\d+[a-z]?(?:-\w+)?$/i.test(
      word,
    )
  )
    return false;
  if (hasMix(word)) return !isIdentifier(word) || looksRandom(word) || /\d{2,}$|^\d|[a-z]\d+[a-z]/i.test(word);
  if (kind.word && /[^\w\s.-]/.test(word) && /\p{L}{3}/u.test(word) && !/['’/&]/.test(word)) return true;
  return word.length >= 12 && looksRandom(word);
}

/** `the password for the box is hunter2`: no operator, or one that a sentence goes through. */
export function readProse(scan: Scan, _start: number, end: number, kind: NameClass): void {
  const { text } = scan;
  let at = end;
  for (let hops = 0; hops < 6; hops++) {
    BRIDGE.lastIndex = at;
    const bridge = BRIDGE.exec(text);
    if (!bridge || bridge[0].length === 0) return;
    at += bridge[0].length;
    CANDIDATE.lastIndex = at;
    const match = CANDIDATE.exec(text);
    if (!match) {
      if (/^\s*<[A-Z_]+\d+>/.test(text.slice(at, at + 48))) return;
      continue;
    }
    const wrapped = match[0].length - (match[1] as string).length;
    const word = (match[1] as string).replace(PUNCTUATION, '');
    if (isSecretWord(word, kind)) {
      addHit(scan, at + wrapped, at + wrapped + word.length, 'prose', kind.type, RANK.context);
      return;
    }
    if (hops > 0) return;
  }
}
