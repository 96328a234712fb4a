import type { Source } from '../formats/source.ts';
import type { TrimAudit } from '../formats/trim-audit.ts';
import type { Scratch } from '../scratch.ts';
import type { Fingerprint } from '../stages/fingerprint.ts';
import type { FoundValues } from '../stages/redact.ts';
import type { Episode, Finding, Origin } from '../types.ts';

/** Where a redacted episode lies in the segment's scratch space; bytes. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

/** All that stays in memory of one episode. Its texts are in the scratch space, redacted. */
export interface Entry {
  readonly id: string;
  /** Index into the segment's sources. */
  readonly source: number;
  readonly sessionId: string;
  /** Raw; ties a conversation to the summary of its compaction. */
  readonly pairKey?: string;
  readonly title: string;
  /** Epoch milliseconds of the first message; 0 when unknown. */
  readonly createdMs: number;
  readonly place: Place;
  readonly fingerprint: Fingerprint;
  /** Rule → replacements. */
  readonly rules: Readonly<Record<string, number>>;
  /** Placeholder type → replacements. */
  readonly types: Readonly<Record<string, number>>;
  readonly damage: Readonly<Record<string, number>>;
  readonly repaired: Readonly<Record<string, number>>;
  /** Damage code → turns that have it. */
  readonly turns: Readonly<Record<string, number>>;
  readonly trims?: TrimAudit;
}

/** What could have been a row and is none. */
export interface Lost {
  readonly id: string;
  readonly source: number;
  readonly reason: string;
  readonly damage: Readonly<Record<string, number>>;
  readonly repaired: Readonly<Record<string, number>>;
  readonly turns: Readonly<Record<string, number>>;
  readonly trims?: TrimAudit;
}

/** Everything read from one drop, or made by one generator, after redaction. */
export interface Segment {
  readonly origin: Origin;
  readonly sources: readonly Source[];
  readonly entries: readonly Entry[];
  readonly lost: readonly Lost[];
  readonly findings: readonly Finding[];
  /** Values that were replaced, for the pass over the whole dataset. Kept in memory only. */
  readonly values: FoundValues;
  readonly scratch: Scratch;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const TITLE_CHARS = 100;

/** Titles are for lists; the text itself stays in the scratch space. */
export function shortTitle({ title }: Episode): string {
  const chars = [...title.slice(0, TITLE_CHARS * 2)];
  return chars.length > TITLE_CHARS ? `${chars.slice(0, TITLE_CHARS - 1).join('')}…` : chars.join('');
}

export const serialise = (episode: Episode): Uint8Array<ArrayBuffer> => encoder.encode(JSON.stringify(episode));

export async function spill(scratch: Scratch, bytes: Uint8Array<ArrayBuffer>): Promise<Place> {
  return { offset: await scratch.append(bytes), length: bytes.length };
}

export const readSpilled = (scratch: Scratch, { offset, length }: Place): Promise<Uint8Array<ArrayBuffer>> =>
  scratch.read(offset, length);

export const spilledText = (bytes: Uint8Array<ArrayBuffer>): string => decoder.decode(bytes);

/** Our own bytes, written by `serialise`: trusted to be an Episode. */
export const parseSpilled = (text: string): Episode => JSON.parse(text) as Episode;

export async function readEpisode(scratch: Scratch, place: Place): Promise<Episode> {
  return parseSpilled(spilledText(await readSpilled(scratch, place)));
}
