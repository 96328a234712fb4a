import { isNobody } from './mail.ts';
import { matchAt, textBefore } from './match-at.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

const SPOKEN_DOMAIN =
  /\s?([\p{L}\p{N}-]{2,40}(?:(?:\s?[[({]dot[\])}]\s?|\sdot\s|\.)[\p{L}\p{N}-]{2,24}){1,4})(?![\p{L}\p{N}])/iuy;
const SPOKEN_LOCAL = /[\p{L}\p{N}][\p{L}\p{N}._+-]{1,40}(?:\s?[[({]dot[\])}]\s?[\p{L}\p{N}._+-]{1,40})?\s?$/iu;

/** `maja [at] gmail [dot] com`: a mail address hidden from machines. */
function readSpokenMail(scan: Scan, at: number, after: number): void {
  const { text } = scan;
  const bare = /^ at $/i.test(text.slice(at, after));
  if (bare && !/\sdot\s/i.test(text.slice(after, after + 48))) return;
  const domain = matchAt(SPOKEN_DOMAIN, text, after)?.[1];
  const local = SPOKEN_LOCAL.exec(textBefore(text, at, 80))?.[0];
  if (!domain || !local) return;
  if (bare ? !/\sdot\s/i.test(domain) : !/dot|\.[a-z]{2,}$/i.test(domain)) return;
  const end = SPOKEN_DOMAIN.lastIndex;
  if (isNobody(local.trim(), domain.replace(/\s?[[({]?dot[\])}]?\s?/gi, '.'))) return;
  addHit(scan, at - local.length, end, 'email', 'EMAIL', RANK.pii);
}

export const SPOKEN_MAIL_DETECTOR: Detector = detector('none', ' at |[at]|(at)|{at}|[@]|(@)', readSpokenMail);
