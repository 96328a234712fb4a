import { ALNUM, isAt } from './chars.ts';
import { matchAt } from './match-at.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';
import { joinLines } from './wrapped.ts';

/** Parts may stand on lines of their own. */
const JWT =
  /eyJ[A-Za-z0-9_-]{6,4096}(?:(?:\r?\n[ \t]{0,8})?\.(?:\r?\n[ \t]{0,8}(?=eyJ))?[A-Za-z0-9_-]{4,16384}){1,4}\.?/y;
const JWE_OR_CUT = /eyJ[A-Za-z0-9_-]{12,4096}\.(?:\.\.|…)/y;

/** The header says that it is one; a tail that was cut off changes nothing. */
function readJwt(scan: Scan, start: number): void {
  const { text } = scan;
  if (isAt(text, start - 1, ALNUM)) return;
  let match = matchAt(JWT, text, start);
  if (!match) {
    match = matchAt(JWE_OR_CUT, text, start);
  }
  if (!match) return;
  const header = match[0].slice(0, match[0].indexOf('.'));
  if (!isHeader(header)) return;
  const end = wrappedEnd(text, start, start + match[0].replace(/[.…]+$/, '').length);
  addHit(scan, start, end, 'jwt', 'JWT', RANK.token);
}

/** Lines of mails and terminals are this long at least; shorter ones were ended on purpose. */
const WRAPPED_AT = 60;
const WRAPPED_LINE = /[A-Za-z0-9_.-]{1,512}(?=[ \t]{0,8}(?:\r?\n|$)|["'\\])/y;

/** Where a token ends that a mail program or a terminal broke into lines of one length. */
function wrappedEnd(text: string, start: number, end: number): number {
  const line = Math.max(start, text.lastIndexOf('\n', end - 1) + 1);
  return end - line < WRAPPED_AT ? end : joinLines(text, line, end, WRAPPED_LINE).end;
}

function isHeader(header: string): boolean {
  try {
    return /"(?:alg|typ|enc|kid|cty|jku|x5t)"/.test(
      atob(
        header
          .replaceAll('-', '+')
          .replaceAll('_', '/')
          .slice(0, Math.floor(header.length / 4) * 4),
      ),
    );
  } catch {
    return false; // not base64, so no header
  }
}

export const JWT_DETECTOR: Detector = detector('none', 'eyj', readJwt);
