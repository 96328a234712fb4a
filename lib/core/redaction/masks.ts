import { standsAt, textBefore } from './match-at.ts';
import { addHit, type Detector, detector, RANK, type Scan } from './scan.ts';

/** Upstream keeps six characters, an ellipsis and four (openclaw.md section 6.1): ten characters too many. */
const BEFORE = /[A-Za-z0-9+/_=.:~-]{6}$/;
const AFTER = /[A-Za-z0-9+/_=.~-]{4}(?![A-Za-z0-9])/y;

function readPartialMask(scan: Scan, at: number, end: number): void {
  const { text } = scan;
  const before = BEFORE.exec(textBefore(text, at, 6));
  if (!before || !standsAt(AFTER, text, end)) return;
  if (/^[a-z]+$/i.test(before[0]) && /^[a-z]+$/i.test(text.slice(end, end + 4)) && /\s|^$/.test(text[at - 7] ?? '')) {
    if (!/[A-Z]/.test(text.slice(at - 5, at) + text.slice(end, end + 4))) return;
  }
  if (/^(?:\d+|[\d.:-]+)$/.test(before[0]) && /^\d+$/.test(text.slice(end, end + 4))) return;
  addHit(scan, at - 6, end + 4, 'upstream-mask', 'MASKED', RANK.token);
}

export const MASK_DETECTOR: Detector = detector('none', '…', readPartialMask);
