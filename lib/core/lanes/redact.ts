import { serialise, shortTitle } from '../passes/segment.ts';
import type { Recipe } from '../recipe.ts';
import { remembering } from '../redaction/remembering.ts';
import { createReviewedRedactor } from '../redaction/reviewed.ts';
import { createFingerprinter, type Fingerprint } from '../stages/fingerprint.ts';
import { type EpisodeValues, type Redacted, redactEpisode } from '../stages/redact.ts';
import type { Episode } from '../types.ts';

/** All of a recipe that redaction depends on. */
export type RedactorChoice = Pick<Recipe, 'redaction' | 'seed' | 'key'>;

/** A redacted episode as it is put aside, and what is kept of it in memory. */
export interface Rendered {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly title: string;
  readonly fingerprint: Fingerprint;
  readonly rules: Readonly<Record<string, number>>;
  readonly types: Readonly<Record<string, number>>;
  readonly values: EpisodeValues;
}

export async function beginRedact(choice: RedactorChoice): Promise<(episode: Episode) => Rendered> {
  const finder = remembering(await createReviewedRedactor(choice));
  const render = await createRenderer();
  return (episode) => render(redactEpisode(episode, finder));
}

export async function createRenderer(): Promise<(redacted: Redacted) => Rendered> {
  const fingerprint = await createFingerprinter();
  return ({ episode, rules, types, values }) => ({
    bytes: serialise(episode),
    title: shortTitle(episode),
    fingerprint: fingerprint(episode),
    rules,
    types,
    values,
  });
}
