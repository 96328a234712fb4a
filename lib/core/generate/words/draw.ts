import type { Random } from '../../text/random.ts';
import { FOLDERS, GIVEN, MONTHS, PROJECTS, SURNAMES, USERS } from './lexicon.ts';

/** A whole number from low to high, both included. */
export const between = (random: Random, low: number, high: number): number => low + random.below(high - low + 1);

export const some = <T>(random: Random, items: readonly T[], count: number): T[] =>
  random.shuffle(items).slice(0, count);

export const chance = (random: Random, share: number): boolean => random.next() < share;

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

export const two = (value: number): string => String(value).padStart(2, '0');

/** Owner and place of a world. */
export const place = (random: Random): { user: string; project: string } => ({
  user: random.pick(USERS),
  project: `${random.pick(PROJECTS)}${random.below(3) === 0 ? `-${between(random, 2, 9)}` : ''}`,
});

/** A file path such as `sales/2025-mar-intake.csv`. */
export function filePath(random: Random, stem: string, extension: string): string {
  const folder = random.pick(FOLDERS);
  const year = between(random, 2023, 2026);
  const form = random.below(4);
  if (form === 0) return `${folder}/${stem}-${year}-${random.pick(MONTHS)}.${extension}`;
  if (form === 1) return `${folder}/${random.pick(MONTHS)}_${stem}.${extension}`;
  if (form === 2) return `${folder}/${year}/${stem}.${extension}`;
  return `${folder}/${stem}-${between(random, 1, 40)}.${extension}`;
}

export const person = (random: Random): string => `${random.pick(GIVEN)} ${random.pick(SURNAMES)}`;

/** `2026-03-14` of a drawn day. */
export const day = (random: Random, year = between(random, 2024, 2026)): string =>
  `${year}-${two(between(random, 1, 12))}-${two(between(random, 1, 28))}`;

export const clockTime = (random: Random): string =>
  `${two(random.below(24))}:${two(random.below(60))}:${two(random.below(60))}`;
