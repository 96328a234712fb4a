import { readKeyPath } from './assignments.ts';
import { lastIndexWithin, Units } from './chars.ts';
import { readChatKey } from './chat-ids.ts';
import { readDumps } from './dumps.ts';
import { readKeywords } from './lexicon.ts';
import { personalNameOf, spokenName } from './personal-keys.ts';
import type { KeyPath } from './redactor.ts';
import { readRunAt, readRuns } from './runs.ts';
import { addHit, RANK, Scan } from './scan.ts';
import type { Masked } from './settle.ts';
import { inAuthority } from './urls.ts';
import { unveil, windowsAround } from './views.ts';
import { readMnemonics } from './wallets.ts';

/** Deeper than two layers of encoding nobody hides anything by accident. */
const DEEPEST = 2;

/** All hits in a text: one pass of the automaton, what it calls, and what is hidden in other clothes. */
export function collectHits(text: string, at: KeyPath, depth = 0): Scan {
  const scan = new Scan(text, at);
  const disguises: number[] = [];
  if (depth < DEEPEST) scan.inner = innerAt(depth);
  readKeywords(scan, 0, text.length, disguises);
  readMnemonics(scan);
  readPath(scan, depth);
  if (scan.inner) {
    readRuns(scan, scan.inner);
    readDumps(scan, scan.inner);
    if (disguises.length > 0) readViews(scan, disguises, depth);
  }
  return scan;
}

/** How far from a placeholder a keyword can stand that is read again; UTF-16 units. */
const BEFORE = 24;
const BEHIND = 12;
/** A unit that may belong to the value that it touches. */
const GLUED = new Units(/[\p{L}\p{N}_.+/@%\\-]/u);

/**
 * Only what can have come to light when placeholders were put into a text that was read before: what reads on through
 * them from before (`log in to <IP_ADDRESS_1> with …`), and what stood glued to the values.
 */
export function collectAround({ text, placeholders }: Masked, at: KeyPath): Scan {
  const scan = new Scan(text, at);
  const disguises: number[] = [];
  const inner = innerAt(0);
  scan.inner = inner;
  let read = 0;
  placeholders.forEach(({ start, end }, index) => {
    const from = Math.max(read, start - BEFORE);
    if (GLUED.at(text, start - 1)) {
      readKeywords(scan, from, start, disguises);
      readRunAt(scan, start - 1, inner);
    } else readKeywords(scan, lineStart(text, start, from), lastWord(text, start, from), disguises);
    read = end;
    if (!GLUED.at(text, end)) return;
    read = Math.min(end + BEHIND, placeholders[index + 1]?.start ?? text.length);
    readKeywords(scan, end, read, disguises);
    readRunAt(scan, end, inner);
  });
  readPath(scan, 0);
  if (disguises.length > 0) readViews(scan, disguises, 0);
  return scan;
}

const lineStart = (text: string, at: number, from: number): number =>
  Math.max(from, lastIndexWithin(text, '\n', at, from) + 1);

/** Start of the last word before `at`: what it says is said of the placeholder. */
function lastWord(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && !GLUED.at(text, start - 1)) start--;
  while (start > from && GLUED.at(text, start - 1)) start--;
  return start;
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
  if (text.length > LONGEST_FIELD || depth >= DEEPEST || !/\d/.test(text)) return;
  const key = personalNameOf(at);
  if (key === null) return;
  const lead = `${spokenName(key)}: `;
  for (const hit of collectHits(lead + text, [], depth + 1).hits)
    if (hit.start >= lead.length && hit.rank === RANK.pii)
      addHit(scan, hit.start - lead.length, hit.end - lead.length, hit.rule, hit.type, hit.rank);
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
