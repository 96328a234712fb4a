import type { ReadingChoice } from '../recipe.ts';
import { asString, isJsonObject } from '../text/json.ts';
import type { Episode, Message, Outcome, ToolCall } from '../types.ts';
import { type Capture, captured, offeredTools, type RunEnd, toolDefinitions } from './capture.ts';
import { countCodes, type DamageCode, DamageCounts, type DropReason } from './damage.ts';
import { type Draft, isDraft, plainText, text } from './draft.ts';
import { readOriginals, undoTrims } from './dynamic-trim.ts';
import type { Issues } from './issues.ts';
import type { Entry } from './openclaw-entry.ts';
import { type Converted, convertEntry } from './openclaw-message.ts';
import type { Recorded } from './openclaw-trajectory.ts';
import { severest } from './policies.ts';
import { type Copy, repairDrafts } from './repair.ts';
import { roleOf, type Session } from './session.ts';
import type { Parsed, SessionReport } from './source.ts';
import { auditTrims, toldTrims } from './trim-audit.ts';
import { type Conversation, wellFormed } from './well-formed.ts';
import { type ContextWindow, contextWindows } from './windows.ts';

export interface SessionPlace {
  /** Path of the source. */
  readonly path: string;
  readonly groupKey: string;
  /** Prompt, tools and run ends that other files of the drop recorded for this session. */
  readonly captures: readonly Capture[];
  readonly runs: readonly RunEnd[];
  /** What other files recorded last, for the faithful mode. */
  readonly recorded?: readonly Recorded[];
  /** What other copies say, where this one is damaged or was shortened by its agent. */
  readonly copies?: readonly Copy[];
  /** What was taken over from another session of the drop: context here. */
  readonly copied?: ReadonlySet<Entry>;
  readonly reading: ReadingChoice;
}

export interface SessionReading {
  readonly parsed: readonly Parsed[];
  readonly damage: Readonly<Record<string, number>>;
}

/** Tag of episodes that train on a trim call as the model wrote it: samples of when and how to shorten what is in view. */
export const CONTEXT_HYGIENE = 'context-hygiene';

/** Episodes of a session: one a context window, each trained message in exactly one of them. */
export function readSession(session: Session, place: SessionPlace, issues: Issues): SessionReading {
  const title = cut(session.about?.title ?? '') || sessionTitle(session.path);
  const parsed: Parsed[] = [];
  const whole = new DamageCounts();
  whole.addAll(session.damage);
  const converted = convertPath(session.path, place, whole);
  const sum = new DamageCounts();
  sum.merge(whole);
  for (const window of contextWindows(session.path, issues)) {
    if (!window.fresh.some((entry) => roleOf(entry) !== '')) continue;
    const damage = new DamageCounts();
    parsed.push(readWindow(session, window, place, title, converted, whole, damage));
    sum.merge(damage);
  }
  if (parsed.length === 0)
    parsed.push({
      type: 'dropped',
      id: session.id,
      reason: (session.lost ? 'unreadable_session' : 'empty_session') satisfies DropReason,
    });
  return { parsed, damage: sum.toRecord() };
}

function readWindow(
  session: Session,
  window: ContextWindow,
  place: SessionPlace,
  title: string,
  converted: ReadonlyMap<Entry, Converted>,
  sessionDamage: DamageCounts,
  damage: DamageCounts,
): Parsed {
  const id = `${session.id}/${window.index + 1}`;
  const { reading } = place;
  const inWindow = windowDrafts(window, converted, damage);
  const conversation = wellFormed(inWindow, { continues: window.closed, reading }, damage);
  const { messages, drafts } = conversation;
  const untilMs = lastTime(window.fresh);
  const calls = messages.flatMap((message): readonly ToolCall[] => message.toolCalls ?? []);
  const captures = [...place.captures, ...session.captures].sort((a, b) => a.timeMs - b.timeMs);
  const offered = offeredTools(captures, untilMs);
  const others = captures.flatMap((capture) => capture.tools ?? []);
  const tools = toolDefinitions(offered, others, calls, damage);
  const prompt = captured(captures, untilMs, (capture) => capture.systemPrompt);
  if (prompt === undefined && captures.some((capture) => capture.systemPromptDamaged))
    damage.add('system_prompt_damaged');
  const whole = new DamageCounts();
  whole.merge(damage);
  if (window.index === 0) whole.merge(sessionDamage);
  const noticed = { turns: damage.turns(), ...toldTrims(auditTrims(inWindow)) };
  const dropped = dropReason(conversation, [...session.damage, ...damage.codes()], reading);
  if (dropped) return { type: 'dropped', id, reason: dropped, damage: whole.toRecord(), ...noticed };
  const fresh = drafts.filter((draft) => !draft.kept);
  const first = fresh[0] ?? drafts[0];
  const model = drafts.findLast((draft) => draft.model !== undefined)?.model;
  const createdMs = first?.timeMs;
  const repairs = repairsOf(fresh);
  const episode: Episode = {
    id,
    origin: 'real',
    harness: session.harness ?? 'openclaw',
    sessionId: session.id,
    groupKey: place.groupKey,
    kind: 'task',
    title: title || firstWords(drafts),
    outcome: outcomeOf([...session.runs, ...place.runs], fresh, session.about?.outcome ?? 'unknown'),
    tags: tagsOf([...(session.about?.tags ?? []), ...fresh.flatMap((draft) => draft.tags)], conversation),
    messages: withSystem(prompt, messages),
    tools,
    damage: whole.toRecord(),
    ...(repairs.codes.length === 0 ? {} : { repaired: countCodes(repairs.codes) }),
    provenance: {
      path: place.path,
      line: first?.line ?? 0,
      parser: session.parser,
      ...(repairs.from.length === 0 ? {} : { repairedFrom: repairs.from }),
      ...(model === undefined ? {} : { model }),
      ...(createdMs === undefined ? {} : { createdMs }),
    },
  };
  return { type: 'episode', episode, ...noticed };
}

export const tagsOf = (tags: readonly string[], { teachesTrimming }: Conversation): readonly string[] =>
  [...new Set([...tags, ...(teachesTrimming ? [CONTEXT_HYGIENE] : [])])].sort();

/** What other copies put right, and which kinds of copy. */
function repairsOf(drafts: readonly Draft[]): {
  readonly codes: readonly DamageCode[];
  readonly from: readonly string[];
} {
  const repairs = drafts.flatMap(({ repaired }) => (repaired ? [repaired] : []));
  const from = new Set(repairs.map((repair) => repair.from));
  return { codes: repairs.flatMap(({ codes }) => codes), from: [...from].sort() };
}

/** Every entry of the branch as the model saw it, with what an agent did to its own results undone. */
export function convertPath(
  path: readonly Entry[],
  { copies = [], copied = NOT_COPIED, reading }: Pick<SessionPlace, 'copies' | 'copied' | 'reading'>,
  damage: DamageCounts,
): ReadonlyMap<Entry, Converted> {
  const converted = new Map(path.map((entry) => [entry, asContext(convertEntry(entry), copied.has(entry))]));
  const places = [...converted].flatMap(([entry, value]) => (isDraft(value) ? [{ entry, draft: value }] : []));
  const originals = readOriginals(copies.map((copy) => ({ kind: copy.kind, drafts: draftsOf(copy.path) })));
  const drafts = undoTrims(repairDrafts(places, copies), originals, reading, damage);
  places.forEach(({ entry }, at) => {
    converted.set(entry, drafts[at] ?? null);
  });
  return converted;
}

const NOT_COPIED: ReadonlySet<Entry> = new Set();

const asContext = (converted: Converted, isCopy: boolean): Converted =>
  isCopy && isDraft(converted) ? { ...converted, kept: true } : converted;

/** The messages of a path as they stand, for comparing copies. */
export const draftsOf = (path: readonly Entry[]): readonly Draft[] => path.map(convertEntry).filter(isDraft);

function windowDrafts(window: ContextWindow, converted: ReadonlyMap<Entry, Converted>, damage: DamageCounts): Draft[] {
  const convert = (entry: Entry, kept: boolean): Draft[] => {
    const draft = converted.get(entry) ?? null;
    if (isDraft(draft)) return [kept ? { ...draft, kept } : draft];
    if (draft !== null && !kept) damage.add(draft);
    return [];
  };
  return [
    ...(window.summary ? summaryDraft(window.summary, damage) : []),
    ...window.kept.flatMap((entry) => convert(entry, true)),
    ...window.fresh.flatMap((entry) => convert(entry, false)),
  ];
}

/** Context, not news: neither title nor start of the window. Its damage is counted here, where it is new. */
function summaryDraft(entry: Entry, damage: DamageCounts): Draft[] {
  const draft = convertEntry(entry);
  damage.addAll(isDraft(draft) ? draft.damage : draft === null ? [] : [draft]);
  return isDraft(draft) ? [{ ...draft, kept: true }] : [];
}

/** `codes` are of everything that went into the episode. */
export function dropReason(
  { messages, refused }: Conversation,
  codes: readonly DamageCode[],
  reading: ReadingChoice,
): DropReason | null {
  if (refused === 'episode' || severest(codes, reading.policies) === 'drop_episode') return 'damaged';
  if (messages.length === 0) return refused === 'turns' ? 'damaged' : 'no_complete_turn';
  return messages.some((message) => message.weight === 1) ? null : 'nothing_to_train';
}

export const withSystem = (prompt: string | undefined, messages: readonly Message[]): readonly Message[] =>
  prompt === undefined || prompt.trim() === ''
    ? messages
    : [{ role: 'system', content: [text(prompt)], weight: 0 }, ...messages];

const lastTime = (entries: readonly Entry[]): number =>
  entries.findLast((entry) => entry.timeMs !== undefined)?.timeMs ?? Number.POSITIVE_INFINITY;

/** How the run ended that gave the last message left in the episode. */
export function outcomeOf(runs: readonly RunEnd[], drafts: readonly Draft[], otherwise: Outcome): Outcome {
  const lastMs = drafts.findLast((draft) => draft.timeMs !== undefined)?.timeMs;
  if (lastMs === undefined) return otherwise;
  const after = runs.filter(({ timeMs }) => timeMs >= lastMs);
  const run = after.reduce<RunEnd | undefined>(
    (best, next) => (best && best.timeMs <= next.timeMs ? best : next),
    undefined,
  );
  if (run?.status === 'success') return 'success';
  return run?.status === 'error' || run?.status === 'interrupted' ? 'failure' : otherwise;
}

/** A title is cut for show behind the redaction only: half a secret is found by no rule. */
const TITLE_CHARS = 4000;

export function sessionTitle(path: readonly Entry[]): string {
  const named = path.findLast((entry) => entry.type === 'session_info' && typeof entry.raw.name === 'string');
  return cut(asString(named?.raw.name) ?? '');
}

export function firstWords(drafts: readonly Draft[]): string {
  const user =
    drafts.find((draft) => draft.role === 'user' && !draft.kept) ?? drafts.find((draft) => draft.role === 'user');
  return cut(plainText(user?.content ?? []));
}

function cut(value: string): string {
  const line = value.trim().split('\n', 1)[0] ?? '';
  return line.slice(0, TITLE_CHARS);
}

/** Counts of the active branch as `inspect` tells them. */
export function sessionCounts(session: Session): SessionReport['counts'] {
  const messages = session.path.flatMap((entry) =>
    isJsonObject(entry.raw.message) ? [{ entry, role: roleOf(entry) }] : [],
  );
  const of = (...roles: string[]) => messages.filter(({ role }) => roles.includes(role)).length;
  const calls = messages.reduce((sum, { entry, role }) => {
    const draft = role === 'assistant' ? convertEntry(entry) : null;
    return sum + (draft && typeof draft !== 'string' ? (draft.toolCalls?.length ?? 0) : 0);
  }, 0);
  return { user: of('user'), assistant: of('assistant'), tool_calls: calls, tool_results: of('toolResult', 'tool') };
}
