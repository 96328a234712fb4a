import { DamageCounts } from './damage.ts';
import type { Entry } from './openclaw-entry.ts';
import { convertEntry } from './openclaw-message.ts';
import type { Session } from './session.ts';

/** Damage of a copy that another copy of the same session does not have, told by entry id. */
export function repairedBy(session: Session, better: Session): DamageCounts {
  const whole = new Map(better.path.map((entry) => [entry.id, entry]));
  const repaired = new DamageCounts();
  for (const entry of session.path) {
    const codes = damageOf(entry);
    const twin = codes.length > 0 ? whole.get(entry.id) : undefined;
    if (!twin) continue;
    const left = new Set(damageOf(twin));
    repaired.addAll(codes.filter((code) => !left.has(code)));
  }
  return repaired;
}

function damageOf(entry: Entry) {
  const draft = convertEntry(entry);
  return draft === null || typeof draft === 'string' ? [] : draft.damage;
}
