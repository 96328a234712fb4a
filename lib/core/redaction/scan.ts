import type { KeyPath } from './redactor.ts';

/** A place to redact, before overlaps are settled. */
export interface Hit {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly rule: string;
  readonly type: string;
  /** The higher says more about what it is; decides between overlapping hits. */
  readonly rank: number;
}

export const RANK = { context: 1, shape: 2, pii: 3, token: 4, structure: 5 } as const;

/** One text under examination; detectors add hits to it. */
export class Scan {
  readonly hits: Hit[] = [];
  /** End of the last name that was looked at, so that one name is read once for all its keywords. */
  nameDone = 0;
  /** Same for a run of digits. */
  digitsDone = 0;
  /** Same for a run of hexadecimal digits and colons. */
  colonsDone = 0;
  /** Does a text that lay hidden in this one hold anything? Null where nobody looks any deeper. */
  inner: ((hidden: string) => boolean) | null = null;
  readonly text: string;
  readonly at: KeyPath;
  private readers: Map<unknown, number> | undefined;

  constructor(text: string, at: KeyPath) {
    this.text = text;
    this.at = at;
  }

  /** Reader → how far it has read: what it begins again inside of that it has seen. */
  get done(): Map<unknown, number> {
    this.readers ??= new Map();
    return this.readers;
  }
}

export function addHit(scan: Scan, start: number, end: number, rule: string, type: string, rank: number): void {
  if (end > start) scan.hits.push({ start, end, rule, type, rank });
}

/** Called where one of its keywords stands; `start` and `end` span the keyword. */
export interface Detector {
  readonly keywords: readonly string[];
  /** `start`: no letter or digit before; `whole`: none after either. */
  readonly boundary: 'none' | 'start' | 'whole';
  detect(scan: Scan, start: number, end: number): void;
}

/** Keywords as a list, or in one text with `|` between them. */
export const detector = (
  boundary: Detector['boundary'],
  keywords: string | readonly string[],
  detect: Detector['detect'],
): Detector => ({ keywords: typeof keywords === 'string' ? keywords.split('|') : keywords, boundary, detect });
