'use client';

import { useWorkspace } from '@/lib/state/app.ts';
import { sayCoverage } from '@/lib/state/generation-words.ts';
import { Card } from '../ui/card.tsx';
import { FamilyTable } from './family-table.tsx';
import { RiskGrid } from './risk-grid.tsx';

/** What the recipe made: by family, and over the grid of attacks. */
export function GenerationReport() {
  const generation = useWorkspace((state) => state.summary?.generation);
  if (!generation || generation.families.length === 0) return null;
  return (
    <>
      <Card
        title="Generated, by family"
        note="Every episode is checked before it counts; what fails is left out and never replaced."
      >
        <FamilyTable rows={generation.families} />
      </Card>
      {generation.grid ? (
        <Card
          title="Attacks, by source of risk and channel"
          note={`${sayCoverage(generation.grid)} Choose one to read its episodes.`}
        >
          <RiskGrid grid={generation.grid} />
        </Card>
      ) : null}
    </>
  );
}
