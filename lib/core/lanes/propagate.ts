import { parseSpilled, spilledText } from '../passes/segment.ts';
import { createReviewedRedactor } from '../redaction/reviewed.ts';
import { createPropagator, propagateEpisode } from '../stages/redact.ts';
import { createRenderer, type RedactorChoice, type Rendered } from './redact.ts';

export interface Propagation {
  readonly choice: RedactorChoice;
  /** Value → type, of everything that was found. */
  readonly types: ReadonlyMap<string, string>;
}

export interface SpilledEpisode {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Value → placeholder that the episode gave it already. */
  readonly known: ReadonlyMap<string, string>;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Null for an episode that stays as it is. One without any of the values is told by its serialised text alone. */
export async function beginPropagate({
  choice,
  types,
}: Propagation): Promise<(spilled: SpilledEpisode) => Rendered | null> {
  let placeholders = NONE;
  const propagator = createPropagator({ types, placeholdersOf: () => placeholders });
  const redactor = await createReviewedRedactor(choice);
  const render = await createRenderer();
  return ({ bytes, known }) => {
    const text = spilledText(bytes);
    if (!propagator.mayHit(text)) return null;
    placeholders = known;
    const before = parseSpilled(text);
    const redacted = propagateEpisode(before, propagator, redactor);
    return redacted.episode === before ? null : render(redacted);
  };
}
