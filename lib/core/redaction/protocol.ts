import { standsAt } from './match-at.ts';

/**
 * The seven rules of the original training protocol, byte for byte as its Python gave them
 * (training-protocol.md section 5). They find less than the rules of this product: kept for its manifest only.
 */

const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const WORD = '[\\p{L}\\p{N}_]';
/** Python's word boundary before and after an ASCII word. */
const BEGIN = `(?<!${WORD})`;
const END = `(?!${WORD})`;

interface ProtocolRule {
  readonly id: string;
  readonly pattern: RegExp;
  readonly replacement: string;
}

const rule = (id: string, source: string, replacement: string, flags = 'gu'): ProtocolRule => ({
  id,
  pattern: new RegExp(source, flags),
  replacement,
});

const RULES: readonly ProtocolRule[] = [
  rule('github-token', `${BEGIN}(?:ghp_|github_pat_)[A-Za-z0-9_]{20,}${END}`, '<REDACTED_GH_TOKEN>'),
  rule('api-key', `${BEGIN}sk-[A-Za-z0-9]{20,}${END}`, '<REDACTED_API_KEY>'),
  rule(
    'named-secret',
    `(?:bearer|token|apikey|api_key|api-key)[${SPACE}]*[:=][${SPACE}]*[A-Za-z0-9._-]{8,}`,
    '<REDACTED_SECRET>',
    'giu',
  ),
  rule('url', `https?://[^${SPACE}]+`, '<REDACTED_URL>'),
  rule('unix-path', `/(?:Users|home|root)/[^${SPACE}"'\`]+`, '<REDACTED_PATH>'),
  rule('windows-path', `[A-Za-z]:\\\\(?:[^\\\\${SPACE}]+\\\\)*[^\\\\${SPACE}]+`, '<REDACTED_PATH>'),
];

export interface ProtocolRedaction {
  readonly text: string;
  readonly count: number;
}

const MAIL_DOMAIN = new RegExp(`[A-Za-z0-9.-]+\\.[A-Za-z]{2,}${END}`, 'uy');
const MAIL_LOCAL = /[A-Za-z0-9._%+-]/;
const IS_WORD = new RegExp(WORD, 'u');

/** `\\b[A-Za-z0-9._%+-]+@…`, looked for from the sign outwards: in the pattern's own order it takes quadratic time. */
function replaceMails(text: string): ProtocolRedaction {
  const pieces: string[] = [];
  let last = 0;
  let count = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < last || !standsAt(MAIL_DOMAIN, text, at + 1)) continue;
    let start = at;
    while (start > last && MAIL_LOCAL.test(text[start - 1] as string)) start--;
    while (start < at && !isBoundary(text, start)) start++;
    if (start === at) continue;
    pieces.push(text.slice(last, start), '<REDACTED_EMAIL>');
    last = MAIL_DOMAIN.lastIndex;
    count++;
  }
  return { text: pieces.join('') + text.slice(last), count };
}

const isWordAt = (text: string, index: number): boolean =>
  index >= 0 && index < text.length && IS_WORD.test(text[index] as string);

/** Python's `\\b`. */
const isBoundary = (text: string, index: number): boolean => isWordAt(text, index - 1) !== isWordAt(text, index);

/** All rules in order; each sees what the ones before it left. */
export function redactByProtocol(text: string): ProtocolRedaction {
  const mails = replaceMails(text);
  let { count, text: out } = mails;
  for (const { pattern, replacement } of RULES) {
    out = out.replace(pattern, () => {
      count++;
      return replacement;
    });
  }
  return { text: out, count };
}
