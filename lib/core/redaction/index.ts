import type { RedactionChoice } from '../recipe.ts';
import type { Span } from '../types.ts';
import { readAssignment, readKeyPath } from './assignments.ts';
import { buildAutomaton, wordLength } from './automaton.ts';
import { CALL_DETECTORS } from './calls.ts';
import { IBAN_DETECTOR } from './cards.ts';
import { flagsAt, isWordAt, OTHER, WORD } from './chars.ts';
import { COMMAND_DETECTORS } from './commands.ts';
import { DIGITS_DETECTORS } from './digits.ts';
import { FILE_DETECTORS } from './files.ts';
import { readBearer } from './headers.ts';
import { JWT_DETECTOR } from './jwt.ts';
import { MAIL_DETECTOR } from './mail.ts';
import { MASK_DETECTOR } from './masks.ts';
import { mergeHits } from './merge.ts';
import { NAME_KEYWORDS } from './names.ts';
import { NATIONAL_ID_DETECTORS } from './national-ids.ts';
import { NETWORK_DETECTORS } from './network.ts';
import { PATH_DETECTORS } from './paths.ts';
import { PHONE_DETECTORS } from './phone.ts';
import { heldRanges } from './placeholder.ts';
import { PRIVATE_KEY_DETECTORS } from './private-keys.ts';
import { PROSE_DETECTORS } from './prose.ts';
import type { KeyPath, Redactor } from './redactor.ts';
import { readRuns } from './runs.ts';
import { addHit, createScan, type Detector, RANK, type Scan } from './scan.ts';
import { settleSpans } from './settle.ts';
import { isSurrogate } from './surrogates.ts';
import { compileTokenRules, matchToken } from './token-rules.ts';
import { URL_DETECTOR } from './urls.ts';
import { DISGUISE_KEYWORDS, unveil, windowsAround } from './views.ts';
import { readMnemonics, WALLET_DETECTORS } from './wallets.ts';

const TOKEN_DETECTORS: readonly Detector[] = compileTokenRules().map((rule) => ({
  keywords: [rule.keyword],
  boundary: 'none',
  detect: (scan, start) => {
    const match = matchToken(rule, scan.text, start);
    if (match) addHit(scan, match.start, match.end, rule.id, rule.type, RANK.token);
  },
}));

const DETECTORS: readonly Detector[] = [
  ...TOKEN_DETECTORS,
  { keywords: NAME_KEYWORDS, boundary: 'none', detect: readAssignment },
  { keywords: ['bearer'], boundary: 'whole', detect: (scan, _start, end) => readBearer(scan, end) },
  ...COMMAND_DETECTORS,
  ...CALL_DETECTORS,
  ...FILE_DETECTORS,
  URL_DETECTOR,
  MAIL_DETECTOR,
  ...PROSE_DETECTORS,
  JWT_DETECTOR,
  MASK_DETECTOR,
  IBAN_DETECTOR,
  ...NATIONAL_ID_DETECTORS,
  ...NETWORK_DETECTORS,
  ...DIGITS_DETECTORS,
  ...PHONE_DETECTORS,
  ...PATH_DETECTORS,
  ...PRIVATE_KEY_DETECTORS,
  ...WALLET_DETECTORS,
];

interface Entry {
  /** −1 marks a word of disguise. */
  readonly detector: Detector | null;
  readonly length: number;
}

const WORDS: string[] = [];
const ENTRIES: Entry[][] = [];
const PLACES = new Map<string, number>();

function place(word: string, entry: Entry): void {
  const folded = word.toLowerCase();
  const known = PLACES.get(folded);
  if (known !== undefined) (ENTRIES[known] as Entry[]).push(entry);
  else {
    PLACES.set(folded, WORDS.length);
    WORDS.push(folded);
    ENTRIES.push([entry]);
  }
}
for (const detector of DETECTORS)
  for (const word of detector.keywords) place(word, { detector, length: wordLength(word) });
for (const word of DISGUISE_KEYWORDS) place(word, { detector: null, length: wordLength(word) });

const AUTOMATON = buildAutomaton(WORDS);

const bounded = (text: string, detector: Detector, start: number, end: number): boolean => {
  if (detector.boundary === 'none') return true;
  const before = flagsAt(text, start - 1);
  if (
    before === OTHER
      ? isWordAt(text, start - 1) && isWordAt(text, start) && flagsAt(text, start) !== OTHER
      : (before & WORD & ~16) !== 0
  ) {
    if (!(text[start - 2] === '\\' && /[nrt]/.test(text[start - 1] as string))) return false;
  }
  return detector.boundary === 'start' || !isWordAt(text, end);
};

/** Deeper than two layers of encoding nobody hides anything by accident. */
const DEEPEST = 2;

function collect(text: string, at: KeyPath, depth: number): Scan {
  const scan = createScan(text, at);
  const disguises: number[] = [];
  const { classes, next, firstHit, width, ends } = AUTOMATON;
  let state = AUTOMATON.start;
  for (let i = 0; i < text.length; i++) {
    state = next[state + (classes[text.charCodeAt(i)] as number)] as number;
    if (state < firstHit) continue;
    for (const word of ends[(state - firstHit) / width] as Int32Array) {
      for (const { detector, length } of ENTRIES[word] as Entry[]) {
        if (detector === null) disguises.push(i + 1 - length);
        else if (bounded(text, detector, i + 1 - length, i + 1)) detector.detect(scan, i + 1 - length, i + 1);
      }
    }
  }
  readMnemonics(scan);
  if (at.length > 0) readKeyPath(scan);
  if (depth < DEEPEST) {
    readRuns(scan, (inner) => collect(inner, [], depth + 1).hits.length > 0);
    if (disguises.length > 0) readViews(scan, disguises, depth);
  }
  return scan;
}

function readViews(scan: Scan, disguises: readonly number[], depth: number): void {
  for (const { from, to } of windowsAround(scan.text, disguises)) {
    const view = unveil(scan.text, from, to);
    if (!view) continue;
    for (const hit of collect(view.text, [], depth + 1).hits) {
      addHit(scan, view.origin[hit.start] as number, view.origin[hit.end] as number, hit.rule, hit.type, hit.rank);
    }
  }
}

export function createRedactor(choice: RedactionChoice): Redactor {
  const surrogates = choice.placeholders === 'surrogate';
  const off = new Set(choice.off);
  const allow = new Set(choice.allow);
  const own = wordPattern(choice.words);
  const findOnce = (text: string, at: KeyPath): readonly Span[] => {
    const scan = collect(text, at, 0);
    if (own)
      for (const match of text.matchAll(own))
        addHit(scan, match.index, match.index + match[0].length, 'own-word', 'PRIVATE', RANK.structure + 1);
    if (scan.hits.length === 0) return [];
    const spans = mergeHits(scan.hits.filter((hit) => !off.has(hit.type))).filter((span) => {
      const value = text.slice(span.start, span.end);
      return !allow.has(value) && !(surrogates && isSurrogate(span.type, value));
    });
    return text.includes('<') || text.includes('[') ? withoutPlaceholders(text, spans) : spans;
  };
  return {
    surrogates,
    find: (text, at) =>
      text.length < 3 ? [] : settleSpans(text, findOnce(text, at), (masked) => findOnce(masked, at)),
  };
}

function wordPattern(words: readonly string[]): RegExp | null {
  const escaped = words.filter((word) => word !== '').map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return escaped.length > 0 ? new RegExp(escaped.sort((a, b) => b.length - a.length).join('|'), 'giu') : null;
}

/** Nothing that touches a placeholder is found: redacted text stays as it is. */
function withoutPlaceholders(text: string, spans: readonly Span[]): readonly Span[] {
  if (spans.length === 0) return spans;
  const held = heldRanges(text);
  if (held.length === 0) return spans;
  return spans.filter((span) => !held.some((hold) => hold.start <= span.end && span.start <= hold.end));
}

export type { Redactor } from './redactor.ts';
