import { isJsonObject } from '../text/json.ts';
import { type DamageCode, DamageCounts } from './damage.ts';
import { isWhole, NOTES } from './damage-markers.ts';
import { type Draft, isDraft } from './draft.ts';
import { short } from './dynamic-trim.ts';
import { type Entry, readTime } from './openclaw-entry.ts';
import { convertEntry } from './openclaw-message.ts';
import type { Session } from './session.ts';
import type { SourceKind } from './source.ts';

/** The same session as another file of the drop holds it. */
export interface Copy {
  readonly kind: SourceKind;
  readonly path: readonly Entry[];
}

export interface Placed {
  readonly entry: Entry;
  readonly draft: Draft;
}

/** Damage that another copy may undo: what was hidden or masked on purpose stays so. */
export const lossesOf = ({ damage }: Draft): readonly DamageCode[] => damage.filter((code) => !NOTES.has(code));

/** Drafts with damaged messages taken from the first copy that has them whole; copies come most trusted first. */
export function repairDrafts(placed: readonly Placed[], copies: readonly Copy[]): readonly Draft[] {
  const twins = lazily(() => copies.map(({ kind, path }) => ({ kind, twinOf: indexTwins(path) })));
  return placed.map(({ entry, draft }) => {
    const codes = lossesOf(draft);
    if (codes.length === 0 || copies.length === 0) return draft;
    for (const { kind, twinOf } of twins()) {
      const twin = twinOf(entry, draft);
      if (twin && isWhole(twin.damage) && twin.trimmed === undefined && isSameMessage(twin, draft))
        return restored(draft, twin, { codes, from: kind });
    }
    return draft;
  });
}

const restored = (draft: Draft, twin: Draft, repaired: NonNullable<Draft['repaired']>): Draft => ({
  ...draft,
  content: twin.content,
  ...(twin.reasoning === undefined ? {} : { reasoning: twin.reasoning }),
  ...(twin.toolCalls === undefined ? {} : { toolCalls: twin.toolCalls }),
  damage: twin.damage,
  repaired,
});

/** Everything that damage leaves alone agrees. */
function isSameMessage(twin: Draft, draft: Draft): boolean {
  const ids = ({ toolCalls }: Draft) => (toolCalls ?? []).map(({ id }) => short(id)).join('\n');
  return (
    twin.role === draft.role &&
    twin.end === draft.end &&
    short(twin.toolCallId ?? '') === short(draft.toolCallId ?? '') &&
    ids(twin) === ids(draft)
  );
}

/** Finds a message in a copy by entry id; by role and time where ids were not kept, as in a runtime recording. */
function indexTwins(path: readonly Entry[]): (entry: Entry, draft: Draft) => Draft | undefined {
  const byId = new Map<string, Draft>();
  const byTime = new Map<string, Draft | null>();
  for (const entry of path) {
    const draft = convertEntry(entry);
    if (!isDraft(draft)) continue;
    if (entry.id !== '') byId.set(entry.id, draft);
    const key = timeKey(entry, draft);
    if (key !== undefined) byTime.set(key, byTime.has(key) ? null : draft);
  }
  return (entry, draft) => {
    const key = timeKey(entry, draft);
    return byId.get(entry.id) ?? (key === undefined ? undefined : byTime.get(key)) ?? undefined;
  };
}

function timeKey({ raw }: Entry, { role }: Draft): string | undefined {
  const time = isJsonObject(raw.message) ? readTime(raw.message.timestamp) : undefined;
  return time === undefined ? undefined : `${role} ${time}`;
}

/** Damage of a copy that another copy of the same session does not have, told by entry id. */
export function repairedBy(session: Session, better: Session): DamageCounts {
  const whole = new Map(better.path.map((entry) => [entry.id, entry]));
  const repaired = new DamageCounts();
  for (const entry of session.path) {
    const codes = damageOf(entry).filter((code) => !NOTES.has(code));
    const twin = codes.length > 0 ? whole.get(entry.id) : undefined;
    if (!twin) continue;
    const left = new Set(damageOf(twin));
    repaired.addAll(codes.filter((code) => !left.has(code)));
  }
  return repaired;
}

function damageOf(entry: Entry): readonly DamageCode[] {
  const draft = convertEntry(entry);
  return isDraft(draft) ? draft.damage : [];
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
