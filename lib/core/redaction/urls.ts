import { indexWithin, lastIndexWithin, Units } from './chars.ts';
import { textBefore } from './match-at.ts';
import { looksRandom } from './randomness.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';
import { isOpen, isTemplate } from './values.ts';

const LONGEST = 1024;
const AUTHORITY_END = new Units(/[/?#\s"'`<>\\|]/);
const SPACE_OR_QUOTE = new Units(/[\s"'`]/);
const HOST_AFTER = /^[\w.${[/-]/;
/** Whoever knows the part before the host may use it. */
const KEYED = /(?:trojan|vless|vmess|ss|ssr|hysteria2?|hy2|tuic|anytls):\/\/$/i;

/** End of the authority that begins at `from`. */
function authorityEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST);
  let depth = 0;
  for (let i = from; i < limit; i++) {
    const char = text[i] as string;
    if (char === '{' || char === '(') depth++;
    else if (char === '}' || char === ')') {
      if (depth === 0 && char === ')') return i;
      depth--;
    } else if (depth <= 0 && AUTHORITY_END.at(text, i)) return i;
    else if (SPACE_OR_QUOTE.at(text, i)) return i;
  }
  return limit;
}

/** `scheme://user:password@host`: the password goes; a lone user goes when it is a token. */
function readUserinfo(scan: Scan, _start: number, end: number): void {
  const { text } = scan;
  let until = authorityEnd(text, end);
  let at = lastIndexWithin(text, '@', until, end);
  if (at < 0) {
    const odd = /^[^\s:@/"'`<>\\]{0,64}:(?!\d{1,5}[/?#])([^\s"'`<>\\@]{1,128})@(?=[\w.[-])/.exec(
      text.slice(end, end + 256),
    );
    if (!odd) return;
    at = end + odd[0].length - 1;
    until = at + 1;
  }
  if (!HOST_AFTER.test(text.slice(at + 1, at + 2))) return;
  const colon = indexWithin(text, ':', end, at);
  if (colon < 0) {
    const user = text.slice(end, at);
    const keyed = KEYED.test(textBefore(text, end, 14)) && user.length >= 6;
    if ((keyed || (user.length >= 16 && looksRandom(user))) && !isTemplate(user))
      addHit(scan, end, at, 'url-user', 'TOKEN', RANK.shape);
    return;
  }
  const password = text.slice(colon + 1, at);
  const user = text.slice(end, colon);
  if (user.length >= 16 && looksRandom(user) && !isTemplate(user))
    addHit(scan, end, colon, 'url-user', 'TOKEN', RANK.shape);
  if (password === '' || isOpen(password)) return;
  addHit(scan, colon + 1, at, 'url-password', 'PASSWORD', RANK.shape);
}

export const URL_DETECTOR: Detector = detector('none', '://|:\\/\\/', readUserinfo);

/** Is `at` inside the authority of a URL? Then an `@` there parts user and host. */
export function inAuthority(text: string, at: number): boolean {
  return /:\/\/[^\s/?#"'`<>\\]*$/.test(textBefore(text, at, LONGEST));
}
