import { generatorById } from '../generate/catalog.ts';
import type { WrongHalves } from '../generate/generator.ts';
import { NO_PAIR, type WrongHalf } from '../output/presets/preset.ts';
import { renderContent } from '../output/row.ts';
import { createFoundValues, type FoundValues, redactEpisode } from '../stages/redact.ts';
import type { Segment } from './segment.ts';
import type { State } from './state.ts';

/** The wrong halves of written rows: each is made again when its row is written, and none is held. */
export interface Pairs {
  wrongHalf(ordinal: number): Promise<WrongHalf>;
  /** What was replaced in those that were asked for. */
  readonly values: FoundValues;
}

export function createPairs({ members, segments, recipe, redactor }: State): Pairs {
  const values = createFoundValues();
  const choices = new Map(segments.filter(({ origin }) => origin !== 'real').map((segment, at) => [segment, at]));
  const known = new Map<Segment, WrongHalves | undefined>();
  const halvesOf = (segment: Segment): WrongHalves | undefined => {
    if (known.has(segment)) return known.get(segment);
    const choice = recipe.generators[choices.get(segment) ?? -1];
    const halves = choice && generatorById(choice.generator)?.wrongHalves?.(choice);
    known.set(segment, halves);
    return halves;
  };
  return {
    values,
    wrongHalf: async (ordinal) => {
      const member = members[ordinal];
      const make = member && halvesOf(member.segment)?.get(member.entry.id);
      if (!make) return NO_PAIR;
      const episode = await make();
      if (!episode) return { missing: 'pair_failed' };
      const redacted = redactEpisode(episode, redactor);
      values.add(redacted.values);
      return { content: renderContent(redacted.episode) };
    },
  };
}
