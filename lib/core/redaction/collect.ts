import { readKeyPath } from './assignments.ts';
import { CLASS_BITS } from './automaton.ts';
import { flagsAt, isWordAt, OTHER, WORD } from './chars.ts';
import { readChatKey } from './chat-ids.ts';
import { readDumps } from './dumps.ts';
import { ENTRIES, type Entry, LEXICON, type Try } from './lexicon.ts';
import { isPersonalKey, spokenName } from './personal-keys.ts';
import type { KeyPath } from './redactor.ts';
import { readRunAt, readRuns } from './runs.ts';
import { addHit, type Detector, RANK, Scan } from './scan.ts';
import type { Masked } from './settle.ts';
import { inAuthority } from './urls.ts';
import { isGlued, unveil, windowsAround } from './views.ts';
import { readMnemonics } from './wallets.ts';

/** Deeper than two layers of encoding nobody hides anything by accident. */
const DEEPEST = 2;

/** All hits in a text: one pass of the automaton, what it calls, and what is hidden in other clothes. */
export function collectHits(text: string, at: KeyPath, depth = 0): Scan {
  const scan = new Scan(text, at);
  const disguises: number[] = [];
  readKeywords(scan, 0, text.length, disguises);
  readMnemonics(scan);
  readPath(scan, depth);
  if (depth < DEEPEST) {
    const inner = innerAt(depth);
    readRuns(scan, inner);
    readDumps(scan, inner);
    if (disguises.length > 0) readViews(scan, disguises, depth);
  }
  return scan;
}

/**
 * How far from a placeholder a keyword can stand that is read again; UTF-16 units. What reads farther stops at a
 * placeholder as it did at the value.
 */
const BEFORE = 24;
const BEHIND = 12;

/** Only what can have come to light when placeholders were put into a text that was read before. */
export function collectAround({ text, placeholders }: Masked, at: KeyPath): Scan {
  const scan = new Scan(text, at);
  const disguises: number[] = [];
  let read = 0;
  for (const [at, { start, end }] of placeholders.entries()) {
    readKeywords(scan, Math.max(read, start - BEFORE), start, disguises);
    read = Math.min(end + BEHIND, placeholders[at + 1]?.start ?? text.length);
    readKeywords(scan, end, read, disguises);
  }
  readPath(scan, 0);
  const inner = innerAt(0);
  for (const { start, end } of placeholders) {
    readRunAt(scan, start - 1, inner);
    readRunAt(scan, end, inner);
  }
  if (disguises.length > 0) readViews(scan, disguises, 0);
  return scan;
}

const innerAt =
  (depth: number) =>
  (decoded: string): boolean =>
    collectHits(decoded, [], depth + 1).hits.length > 0;

/** What the key of a leaf says about it. */
function readPath(scan: Scan, depth: number): void {
  if (scan.at.length === 0) return;
  readKeyPath(scan);
  readChatKey(scan);
  readPersonalKey(scan, depth);
}

const LONGEST_FIELD = 48;

/** `{"ssn": "…"}`: what the rules for running text make of the key and its value side by side. */
function readPersonalKey(scan: Scan, depth: number): void {
  const { text, at } = scan;
  const key = at.at(-1) as string;
  if (text.length > LONGEST_FIELD || depth >= DEEPEST || !/\d/.test(text) || !isPersonalKey(key)) return;
  const lead = `${spokenName(key)}: `;
  for (const hit of collectHits(lead + text, [], depth + 1).hits)
    if (hit.start >= lead.length && hit.rank === RANK.pii)
      addHit(scan, hit.start - lead.length, hit.end - lead.length, hit.rule, hit.type, hit.rank);
}

/** Runs the automaton over a part of the text; notes the places where something is in disguise. */
function readKeywords(scan: Scan, from: number, to: number, disguises: number[]): void {
  const { text } = scan;
  const { classes, next, firstHit } = LEXICON;
  const end = Math.min(to, text.length);
  let state = LEXICON.start;
  for (let i = from; i < end; i++) {
    state = next[(state << CLASS_BITS) + (classes[text.charCodeAt(i)] as number)] as number;
    if (state >= firstHit) readPlace(scan, ENTRIES[state - firstHit] as readonly Entry[], i + 1, disguises);
  }
}

function readPlace(scan: Scan, entries: readonly Entry[], at: number, disguises: number[]): void {
  for (let n = 0; n < entries.length; n++) {
    const { seen, length, spells, tries, disguise } = entries[n] as Entry;
    const start = at - seen;
    if (spells !== null && !spells(scan.text, start)) continue;
    if (disguise && isGlued(scan.text, start)) disguises.push(start);
    for (let t = 0; t < tries.length; t++) {
      const { boundary, detect } = tries[t] as Try;
      const end = start + length;
      if (isBounded(scan.text, boundary, start, end)) detect(scan, start, end);
    }
  }
}

/** From here on scripts put no blanks between words. */
const FIRST_UNSPACED = 0x2e80;

function isBounded(text: string, boundary: Detector['boundary'], start: number, end: number): boolean {
  if (boundary === 'none') return true;
  const before = flagsAt(text, start - 1);
  if (before !== OTHER && text.charCodeAt(start) >= FIRST_UNSPACED) return boundary === 'start' || !isWordAt(text, end);
  const glued =
    before === OTHER
      ? isWordAt(text, start - 1) && isWordAt(text, start) && flagsAt(text, start) !== OTHER
      : (before & WORD & ~16) !== 0;
  if (glued && !(text[start - 2] === '\\' && /[nrt]/.test(text[start - 1] as string))) return false;
  return boundary === 'start' || !isWordAt(text, end);
}

function readViews(scan: Scan, disguises: readonly number[], depth: number): void {
  for (const { from, to } of windowsAround(scan.text, disguises)) {
    const view = unveil(scan.text, from, to);
    if (!view) continue;
    for (const hit of collectHits(view.text, [], depth + 1).hits) {
      // an address that only begins where a percent sign was taken away is the end of a password
      if (hit.rule === 'email' && inAuthority(scan.text, view.origin[hit.start] as number)) continue;
      addHit(scan, view.origin[hit.start] as number, view.origin[hit.end] as number, hit.rule, hit.type, hit.rank);
    }
  }
}
