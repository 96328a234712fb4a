/**
 * Sessions with invented secrets, personal data and look-alikes in every place a string can stand.
 * The makers know nothing of the redactor's tables.
 */
import { createRandom } from '../../../lib/core/text/random.ts';
import type { Episode } from '../../../lib/core/types.ts';
import { drawFrom, type Kind } from './kind.ts';
import { LOOK_ALIKES } from './look-alikes.ts';
import { PERSONAL_DATA } from './personal-data.ts';
import { SECRETS } from './secrets.ts';
import { buildEpisode, PLACES, type Planted } from './session.ts';

export const CLASSES = ['secret', 'pii', 'look-alike'] as const;
export type PlantClass = (typeof CLASSES)[number];

/** One value in one place of an episode. Of a secret no piece may be left; a look-alike must be there still. */
export interface Plant {
  readonly class: PlantClass;
  readonly kind: string;
  readonly place: string;
  readonly pieces: readonly string[];
}

export interface PlantedEpisode {
  readonly episode: Episode;
  readonly plants: readonly Plant[];
  /** The same session with nothing planted. */
  readonly bare: Episode;
}

const KINDS: Readonly<Record<PlantClass, readonly Kind[]>> = {
  secret: SECRETS,
  pii: PERSONAL_DATA,
  'look-alike': LOOK_ALIKES,
};

/** Values of each class in one episode. */
const PER_EPISODE: Readonly<Record<PlantClass, number>> = { secret: 12, pii: 8, 'look-alike': 14 };

export function* plantedEpisodes(seed: number, count: number): Generator<PlantedEpisode> {
  const draw = drawFrom(createRandom(seed, 'planted'));
  const places = Object.keys(PLACES);
  const turns = new Map<PlantClass, number>();
  for (let index = 0; index < count; index++) {
    const at = new Map<string, Planted[]>();
    const plants: Plant[] = [];
    for (const kindClass of CLASSES) {
      for (let n = 0; n < PER_EPISODE[kindClass]; n++) {
        const turn = turns.get(kindClass) ?? 0;
        turns.set(kindClass, turn + 1);
        const kind = KINDS[kindClass][turn % KINDS[kindClass].length] as Kind;
        const made = kind.make(draw);
        const { text, pieces = [text] } = typeof made === 'string' ? { text: made } : made;
        const planted: Planted = { ...kind, text };
        const place = draw.pick(
          places.filter((name) => (kind.where ? kind.where.includes(name) : PLACES[name]?.(planted))),
        );
        at.set(place, [...(at.get(place) ?? []), planted]);
        plants.push({ class: kindClass, kind: kind.kind, place, pieces });
      }
    }
    yield { episode: buildEpisode(seed, index, at), plants, bare: buildEpisode(seed, index, new Map()) };
  }
}
