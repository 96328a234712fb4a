import type { ReadingChoice } from '../recipe.ts';
import type { JsonObject, ToolCall } from '../types.ts';
import type { DamageCounts } from './damage.ts';
import { isWhole } from './damage-markers.ts';
import { type Draft, plainText } from './draft.ts';
import type { SourceKind } from './source.ts';

/** Tools by which an agent shrinks one of its earlier results on disk (dynamic-trim.md section 1). */
const TRIM_TOOLS: ReadonlySet<string> = new Set(['dynamic-trim', 'trim-tool-result']);
const SENTINEL = '[trimmed by self]';

/** What the agent left of a text block, `''` for nothing; undefined when the block is not trimmed. */
function trimmedRest(block: string): string | undefined {
  if (block === SENTINEL) return '';
  return block.startsWith(`${SENTINEL} `) ? block.slice(SENTINEL.length + 1) : undefined;
}

/** Message export cuts ids: both sides are compared in the cut form (section 4). */
export const short = (id: string): string => (id.split('|', 1)[0] ?? '').slice(0, 40);

const isTrimCall = (call: ToolCall): boolean => TRIM_TOOLS.has(call.name);
const isCompacted = (call: ToolCall): boolean => isTrimCall(call) && call.arguments._self_compacted === true;
const targetOf = (call: ToolCall): string =>
  typeof call.arguments.tool_call_id === 'string' ? short(call.arguments.tool_call_id) : '';

export const hasTrims = (drafts: readonly Draft[]): boolean =>
  drafts.some((draft) => draft.trimmed !== undefined || draft.toolCalls?.some(isTrimCall));

/** Texts of results and arguments of calls before they were rewritten, by id and occurrence; from other copies of the session. */
export interface Originals {
  readonly results: ReadonlyMap<string, readonly Original[]>;
  readonly calls: ReadonlyMap<string, readonly JsonObject[]>;
}

interface Original {
  readonly draft: Draft;
  readonly from: SourceKind;
}

export const NO_ORIGINALS: Originals = { results: new Map(), calls: new Map() };

/** Numbers the occurrences of each id: ids repeat in later turns. */
function occurrences(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const count = (seen.get(short(id)) ?? 0) + 1;
    seen.set(short(id), count);
    return `${short(id)}#${count}`;
  };
}

export function readOriginals(
  copies: readonly { readonly kind: SourceKind; readonly drafts: readonly Draft[] }[],
): Originals {
  const results = new Map<string, Original[]>();
  const calls = new Map<string, JsonObject[]>();
  const add = <T>(map: Map<string, T[]>, key: string, value: T) => map.set(key, [...(map.get(key) ?? []), value]);
  for (const { kind: from, drafts } of copies) {
    const [resultKey, callKey] = [occurrences(), occurrences()];
    for (const draft of drafts) {
      for (const call of draft.toolCalls ?? []) {
        const key = callKey(call.id);
        if (isTrimCall(call) && !isCompacted(call) && isWhole(draft.damage)) add(calls, key, call.arguments);
      }
      if (draft.role !== 'tool') continue;
      const key = resultKey(draft.toolCallId ?? '');
      if (draft.trimmed === undefined && isWhole(draft.damage)) add(results, key, { draft, from });
    }
  }
  return { results, calls };
}

/** What the person chose about trims. */
export type TrimChoice = Pick<ReadingChoice, 'trims' | 'trimCalls'>;

/**
 * A history that agrees with itself again, message by message of the one that came in. A trimmed result is restored where another copy has it; else the messages that
 * were written with the full result in view are masked. Arguments that the trim tool faked are rebuilt or masked. The choice
 * may ask for less or more than that; the flag of faked arguments never stays.
 */
export function undoTrims(
  drafts: readonly Draft[],
  originals: Originals,
  choice: TrimChoice,
  damage: DamageCounts,
): readonly Draft[] {
  if (!hasTrims(drafts)) return drafts;
  const rebuilt = rebuildCalls(drafts, originals, choice.trimCalls, damage);
  const restored = restoreResults(rebuilt, drafts, originals, choice.trims, damage);
  return choice.trimCalls === 'remove' ? withoutCalls(restored, drafts) : restored;
}

/** Trim calls with arguments that the model can have written; those beyond rebuilding lose the flag and are not trained on. */
function rebuildCalls(
  drafts: readonly Draft[],
  originals: Originals,
  choice: TrimChoice['trimCalls'],
  damage: DamageCounts,
): Draft[] {
  const { kept, timesTrimmed } = traces(drafts);
  const keyOf = occurrences();
  /** Of several trims of one result only the last left its text there. */
  const isLast = (target: string): boolean => {
    const left = (timesTrimmed.get(target) ?? 1) - 1;
    timesTrimmed.set(target, left);
    return left === 0;
  };
  return drafts.map((draft) => {
    const calls = (draft.toolCalls ?? []).map((call) => ({ call, key: keyOf(call.id) }));
    if (!calls.some(({ call }) => isTrimCall(call))) return draft;
    let masked = draft.masked ?? false;
    let putBack = false;
    let pending = 0;
    const toolCalls = calls.map(({ call, key }): ToolCall => {
      const target = targetOf(call);
      if (!isCompacted(call)) {
        if (isTrimCall(call) && !kept.has(target)) pending++;
        return call;
      }
      damage.add('trim_call');
      const last = isLast(target);
      if (choice === 'rebuild') {
        const original = agreed(originals.calls.get(key) ?? [], (value) => JSON.stringify(value));
        const replacement = last ? kept.get(target) : undefined;
        const written = original ?? (replacement && { ...withoutFlag(call.arguments), replacement });
        putBack ||= Boolean(written);
        if (written) return { ...call, arguments: written };
      }
      masked = true;
      return { ...call, arguments: withoutFlag(call.arguments) };
    });
    damage.add('trim_pending', pending);
    const trims = { calls: calls.filter(({ call }) => isCompacted(call)).length, pending };
    return { ...draft, toolCalls, trims, trimCallPutBack: putBack, ...(masked ? { masked } : {}) };
  });
}

/** Results that a message says to have shortened, by shortened id. */
export const trimTargets = ({ toolCalls = [] }: Draft): readonly string[] =>
  toolCalls.filter(isCompacted).map(targetOf);

/** What is left of each trimmed result, and how often calls say that a result was trimmed; by shortened id. */
function traces(drafts: readonly Draft[]) {
  const kept = new Map<string, string>();
  const timesTrimmed = new Map<string, number>();
  for (const draft of drafts) {
    if (draft.trimmed !== undefined) kept.set(short(draft.toolCallId ?? ''), draft.trimmed);
    for (const call of draft.toolCalls ?? [])
      if (isCompacted(call)) timesTrimmed.set(targetOf(call), (timesTrimmed.get(targetOf(call)) ?? 0) + 1);
  }
  return { kept, timesTrimmed };
}

/** Takes out compacted calls with their results; a message of nothing else goes too. */
function withoutCalls(drafts: readonly Draft[], before: readonly Draft[]): Draft[] {
  const removed = new Set<string>();
  return drafts.map((draft, at): Draft => {
    const compacted = new Set((before[at]?.toolCalls ?? []).filter(isCompacted).map(({ id }) => id));
    for (const call of draft.toolCalls ?? []) {
      if (compacted.has(call.id)) removed.add(call.id);
      else removed.delete(call.id);
    }
    if (draft.role === 'tool') return removed.has(draft.toolCallId ?? '') ? { ...draft, removed: true } : draft;
    if (compacted.size === 0) return draft;
    const toolCalls = (draft.toolCalls ?? []).filter((call) => !compacted.has(call.id));
    const empty = toolCalls.length === 0 && plainText(draft.content).trim() === '';
    return { ...draft, toolCalls, ...(empty ? { removed: true } : {}) };
  });
}

const withoutFlag = (args: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(args).filter(([key]) => key !== '_self_compacted'));

function restoreResults(
  rebuilt: readonly Draft[],
  drafts: readonly Draft[],
  originals: Originals,
  choice: TrimChoice['trims'],
  damage: DamageCounts,
): readonly Draft[] {
  const result = [...rebuilt];
  const keyOf = occurrences();
  drafts.forEach((draft, at) => {
    if (draft.role !== 'tool') return;
    const key = keyOf(draft.toolCallId ?? '');
    if (draft.trimmed === undefined) return;
    const trimAt = drafts.findLastIndex(
      (other, index) =>
        index > at &&
        other.toolCalls?.some((call) => isCompacted(call) && targetOf(call) === short(draft.toolCallId ?? '')),
    );
    damage.add(trimAt === -1 ? 'trim_unexplained' : 'trimmed_result');
    const trims = {
      results: 1,
      confirmed: trimAt === -1 ? 0 : 1,
      unexplained: trimAt === -1 ? 1 : 0,
      chars: plainText(draft.content).length,
    };
    result[at] = { ...draft, trims, ...(choice === 'drop' ? { barred: true } : {}) };
    const copies = choice === 'restore' ? (originals.results.get(key) ?? []) : [];
    const found = copies.filter((other) => other.draft.name === draft.name);
    const original = agreed(found, (other) => JSON.stringify(other.draft.content));
    if (original) {
      damage.add('trim_restored');
      const repaired = { codes: ['trimmed_result' as const], from: original.from };
      const back = { ...trims, restored: 1 };
      result[at] = { ...draft, content: original.draft.content, trimmed: undefined, repaired, trims: back };
      return;
    }
    if (found.length > 1) damage.add('trim_conflict');
    const end = trimAt === -1 ? drafts.length - 1 : trimAt;
    for (let index = at + 1; index <= end; index++) {
      const seen = result[index] as Draft;
      if (seen.role === 'assistant') result[index] = { ...seen, trims: { ...seen.trims, affected: 1 } };
    }
    if (choice === 'keep' || choice === 'drop') return;
    for (let index = choice === 'split' ? 0 : at + 1; index <= end; index++) {
      const seen = result[index] as Draft;
      if (seen.role !== 'assistant' || seen.masked) continue;
      result[index] = { ...seen, masked: true };
      damage.add('trim_masked');
    }
  });
  return result;
}

/** The value that all candidates agree on. */
function agreed<T>(candidates: readonly T[], form: (value: T) => string): T | undefined {
  const [first] = candidates;
  return first !== undefined && candidates.every((other) => form(other) === form(first)) ? first : undefined;
}

/** All text blocks of a result trimmed: the rest of the first; undefined when any is not. */
export function trimmedBlocks(blocks: readonly string[]): string | undefined {
  const rests = blocks.map(trimmedRest);
  return rests.length > 0 && rests.every((rest) => rest !== undefined) ? rests[0] : undefined;
}
