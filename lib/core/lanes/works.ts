import { beginNames } from './names.ts';
import { beginPropagate } from './propagate.ts';
import { beginRedact } from './redact.ts';
import { beginResidual } from './residual.ts';

/**
 * The costly work, one item at a time. Pure: a result depends on the item and on what the work was begun with, never on the
 * items before, so it does not matter who does it. All that goes in and comes out can be posted.
 */
const WORKS = {
  redact: beginRedact,
  propagate: beginPropagate,
  names: beginNames,
  residual: beginResidual,
};

type Works = typeof WORKS;
export type WorkName = keyof Works;
export type SetupOf<W extends WorkName> = Parameters<Works[W]>[0];
export type ItemOf<W extends WorkName> = Parameters<Awaited<ReturnType<Works[W]>>>[0];
export type ResultOf<W extends WorkName> = ReturnType<Awaited<ReturnType<Works[W]>>>;
export type Work<W extends WorkName> = (item: ItemOf<W>) => ResultOf<W>;

export const beginWork = <W extends WorkName>(name: W, setup: SetupOf<W>): Promise<Work<W>> =>
  (WORKS[name] as unknown as (setup: SetupOf<W>) => Promise<Work<W>>)(setup);
