import { capital } from './figures.ts';

/** The pipeline's stages in the person's words. An unknown stage keeps its own name. */
const WORDS = new Map<string, { readonly doing: string; readonly done: string }>([
  ['unpack', { doing: 'Unpacking', done: 'unpacked' }],
  ['hash', { doing: 'Fingerprinting', done: 'fingerprinted' }],
  ['parse', { doing: 'Reading', done: 'read' }],
  ['redact', { doing: 'Redacting', done: 'redacted' }],
  ['gate', { doing: 'Checking', done: 'gated' }],
  ['generate', { doing: 'Generating', done: 'generated' }],
  ['propagate', { doing: 'Replacing found values everywhere', done: 'settled' }],
  ['dedupe', { doing: 'Comparing', done: 'unique' }],
  ['mix', { doing: 'Mixing', done: 'mixed' }],
  ['review', { doing: 'Applying your review', done: 'reviewed' }],
  ['split', { doing: 'Splitting', done: 'split' }],
  ['shard', { doing: 'Writing rows', done: 'written' }],
  ['render', { doing: 'Writing rows', done: 'written' }],
  ['write', { doing: 'Writing rows', done: 'written' }],
  ['verify', { doing: 'Scanning what was written', done: 'scanned' }],
  ['scan', { doing: 'Scanning what was written', done: 'scanned' }],
  ['pack', { doing: 'Packing', done: 'packed' }],
]);

export const stageDoing = (stage: string): string => WORDS.get(stage)?.doing ?? capital(stage);
export const stageDone = (stage: string): string => WORDS.get(stage)?.done ?? stage;
