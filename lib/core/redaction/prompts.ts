import { textBefore } from './match-at.ts';
import { NOBODY } from './paths.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

const NAME = '[a-z_][a-z0-9_.-]{1,31}';

/** Adds the name that the first group of a match holds, unless it belongs to a machine. */
function addName(scan: Scan, pattern: RegExp, from: number, to: number): void {
  const match = pattern.exec(scan.text.slice(from, to));
  const name = match?.[1];
  const [start = 0] = match?.indices?.[1] ?? [];
  if (name && !NOBODY.has(name) && !/^(?:root|the|a|it|invalid|.*(?:user|admin|service|daemon))$/.test(name))
    addHit(scan, from + start, from + start + name.length, 'account', 'USER', RANK.pii);
}

/** `[noor@devbox app]$ ` */
const BRACKETED = new RegExp(`\\[(${NAME})@[A-Za-z0-9][\\w.-]{0,62} [^\\]\\s]{1,60}$`, 'd');
/** `noor@devbox code % `, `noor@devbox ~/src` */
const SPACED = new RegExp(`(?:^|\\n|[)➜] {1,2}|\\\\n)(${NAME})@[A-Za-z0-9][\\w.-]{0,62} [~/]?[\\w./~-]{0,60}$`, 'd');
/** `session opened for user noor`, `Failed password for noor from` */
const SESSION = new RegExp(`(?:for|of) user (${NAME}?)(?=[\\s.,(]|$)`, 'd');
const TRIED = new RegExp(`(?:password|publickey) for (${NAME}) from`, 'd');
const LONGEST = 130;

const before =
  (pattern: RegExp): Detector['detect'] =>
  (scan, start) =>
    addName(scan, pattern, Math.max(0, start - LONGEST), start);

/** Names of accounts in the prompts of further shells, and where a log tells who came in. */
export const PROMPT_DETECTORS: readonly Detector[] = [
  detector('none', ']$ |]# ', before(BRACKETED)),
  detector('none', ' % ', before(SPACED)),
  detector('none', ' ~ %| ~/', (scan, start) => addName(scan, SPACED, Math.max(0, start - LONGEST), start + 2)),
  detector('start', 'for user |of user ', (scan, start) => {
    if (/session\b.{0,24}$/i.test(textBefore(scan.text, start, 32))) addName(scan, SESSION, start, start + 48);
  }),
  detector('start', 'password for |publickey for ', (scan, start) => addName(scan, TRIED, start, start + 64)),
];
