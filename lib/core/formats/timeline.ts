import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { readArguments, readContent } from './content-blocks.ts';
import type { DamageCode } from './damage.ts';
import { textDamage } from './damage-markers.ts';
import { type Draft, isDraft, plainText } from './draft.ts';
import type { Entry } from './openclaw-entry.ts';
import { convertEntry } from './openclaw-message.ts';
import type { RunRecord } from './run-log.ts';

/** Kinds of moments; the page has a word for each. */
export type MomentKind =
  | 'user'
  | 'assistant'
  | 'thinking'
  | 'call'
  | 'result'
  | 'shell'
  | 'note'
  | 'compaction'
  | 'reset'
  | 'branch'
  | 'setting'
  | 'record'
  | 'run';

/** One thing that happened in a session. Its text is made when asked for, from what the session holds anyway. */
export interface Moment {
  readonly kind: MomentKind;
  readonly timeMs: number | undefined;
  readonly line: number;
  /** Context window, 0-based. */
  readonly window: number;
  readonly name: string;
  readonly callId: string;
  readonly isError: boolean;
  readonly outcome: string;
  readonly damage: readonly DamageCode[];
  /** Label of the copy that has it whole; `''` for none. */
  readonly wholeIn: string;
  /** Whether the text is JSON arguments. */
  readonly isJson: boolean;
  text(): string;
}

/** What the rest of the drop says about an entry. */
export interface EntryNote {
  /** Label of a copy that has its texts whole; `''` for none. */
  readonly wholeIn: string;
  /** What is wrong with its place in the conversation. */
  readonly damage: readonly DamageCode[];
}

/** All moments of a branch in its order, runs put in by time. */
export function momentsOf(
  path: readonly Entry[],
  runs: readonly RunRecord[],
  notes: ReadonlyMap<Entry, EntryNote> = new Map(),
): Moment[] {
  const moments: Moment[] = [];
  const waiting = runs
    .filter(({ startedMs }) => startedMs !== undefined)
    .sort((a, b) => (a.startedMs ?? 0) - (b.startedMs ?? 0));
  let window = 0;
  for (const entry of path) {
    for (
      let run = waiting[0];
      run && entry.timeMs !== undefined && (run.startedMs ?? 0) <= entry.timeMs;
      run = waiting[0]
    ) {
      moments.push(runMoment(run, window));
      waiting.shift();
    }
    if (entry.type === 'compaction' || entry.type === 'reset') window++;
    moments.push(...noted(entryMoments(entry, window), notes.get(entry)));
  }
  return [...moments, ...waiting.map((run) => runMoment(run, window))];
}

/** What is wrong with a message as a whole stands at the end of it. */
function noted(moments: readonly Moment[], note: EntryNote | undefined): readonly Moment[] {
  if (!note) return moments;
  return moments.map((moment, at) => ({
    ...moment,
    damage: at === moments.length - 1 ? [...moment.damage, ...note.damage] : moment.damage,
    wholeIn: moment.damage.length > 0 ? note.wholeIn : '',
  }));
}

const runMoment = (run: RunRecord, window: number): Moment => ({
  ...bare('run', { timeMs: run.startedMs, line: 0, window }),
  name: run.attempts.at(-1)?.model ?? '',
  isError: run.status === 'error' || run.error !== '',
  outcome: run.status === '' ? 'open' : run.status,
  text: () =>
    run.error ||
    `${run.trigger || 'run'}, ${run.attempts.length} ${run.attempts.length === 1 ? 'attempt' : 'attempts'}`,
});

interface Place {
  readonly timeMs: number | undefined;
  readonly line: number;
  readonly window: number;
}

const bare = (kind: MomentKind, { timeMs, line, window }: Place) => ({
  kind,
  timeMs,
  line,
  window,
  name: '',
  callId: '',
  isError: false,
  outcome: '',
  damage: [] as readonly DamageCode[],
  wholeIn: '',
  isJson: false,
});

function entryMoments(entry: Entry, window: number): Moment[] {
  const { raw, type } = entry;
  const place = { timeMs: entry.timeMs, line: entry.line, window };
  const simple = (kind: MomentKind, name: string, text: () => string): Moment[] => [
    { ...bare(kind, place), name, text },
  ];
  switch (type) {
    case 'message':
      return isJsonObject(raw.message) ? messageMoments(entry, raw.message, place) : [];
    case 'compaction':
    case 'branch_summary': {
      const summary = asString(raw.summary) ?? '';
      const found = textDamage(summary);
      const kind = type === 'compaction' ? 'compaction' : 'branch';
      return [{ ...bare(kind, place), damage: found ? [found] : [], text: () => summary }];
    }
    case 'reset':
      return simple('reset', '', () => asString(raw.reason) ?? '');
    case 'custom_message':
      return simple('note', asString(raw.customType) ?? '', () => plainText(readContent(raw.content, '\n').content));
    case 'model_change':
      return simple('setting', 'model', () =>
        [raw.provider, raw.modelId].filter((part) => typeof part === 'string').join('/'),
      );
    case 'thinking_level_change':
      return simple('setting', 'thinking', () => asString(raw.thinkingLevel) ?? '');
    case 'label':
      return simple('setting', 'label', () => asString(raw.label) ?? '');
    case 'session_info':
      return simple('setting', 'title', () => asString(raw.name) ?? '');
    case 'custom':
      return [
        {
          ...bare('record', place),
          name: asString(raw.customType) ?? '',
          isJson: true,
          text: () => JSON.stringify(raw.data ?? null),
        },
      ];
    default:
      return [];
  }
}

function messageMoments(entry: Entry, message: JsonObject, place: Place): Moment[] {
  const converted = convertEntry(entry);
  const draft = isDraft(converted) ? converted : null;
  const at = { ...place, timeMs: draft?.timeMs ?? place.timeMs };
  const code: readonly DamageCode[] = typeof converted === 'string' ? [converted] : [];
  switch (message.role) {
    case 'assistant':
      return assistantMoments(message, at, draft, code);
    case 'toolResult':
    case 'tool':
      return [resultMoment(message, at, draft)];
    case 'bashExecution':
      return [{ ...bare('shell', at), name: asString(message.command) ?? '', text: () => textOfDraft(entry, message) }];
    case 'user':
      return [{ ...bare('user', at), damage: draft?.damage ?? code, text: () => contentText(message.content) }];
    default:
      return [
        {
          ...bare('note', at),
          name: asString(message.customType) ?? asString(message.role) ?? '',
          text: () => contentText(message.content),
        },
      ];
  }
}

/** What a shell command said, as the model was shown it. */
function textOfDraft(entry: Entry, message: JsonObject): string {
  const draft = convertEntry(entry);
  return isDraft(draft) ? plainText(draft.content) : (asString(message.output) ?? '');
}

function assistantMoments(
  message: JsonObject,
  place: Place,
  draft: Draft | null,
  code: readonly DamageCode[],
): Moment[] {
  const model = asString(message.model) ?? '';
  const outcome = asString(message.stopReason) ?? '';
  const isError = outcome === 'error' || outcome === 'aborted';
  const moments: Moment[] = [];
  const add = (kind: MomentKind, found: DamageCode | null, text: () => string) =>
    moments.push({
      ...bare(kind, place),
      name: model,
      isError,
      outcome,
      damage: [...code, ...(found ? [found] : [])],
      text,
    });
  for (const block of blocksOf(message.content)) {
    const { toolCalls, reasoning, content, damage } = readContent(block, '');
    const [call] = toolCalls;
    if (call) moments.push(callMoment(call, block, place));
    else if (reasoning !== '' || damage.includes('hidden_reasoning'))
      add('thinking', damage[0] ?? null, () => reasoning);
    else if (content.length > 0) add('assistant', damage[0] ?? null, () => contentText(block));
  }
  if (moments.length > 0) return moments;
  const error = asString(message.errorMessage) ?? '';
  return [
    { ...bare('assistant', place), name: model, isError, outcome, damage: draft?.damage ?? code, text: () => error },
  ];
}

function callMoment(call: { readonly id: string; readonly name: string }, block: JsonValue, place: Place): Moment {
  const raw = isJsonObject(block) ? (block.arguments ?? block.input ?? block.parameters) : undefined;
  return {
    ...bare('call', place),
    name: call.name,
    callId: call.id,
    damage: [...readArguments(raw).damage, ...(isRewritten(raw) ? ['trim_call' as const] : [])],
    isJson: true,
    text: () => (typeof raw === 'string' ? raw : JSON.stringify(raw ?? {})),
  };
}

const isRewritten = (args: JsonValue | undefined): boolean => isJsonObject(args) && args._self_compacted === true;

function resultMoment(message: JsonObject, place: Place, draft: Draft | null): Moment {
  const trimmed: readonly DamageCode[] = draft?.trimmed === undefined ? [] : ['trimmed_result'];
  const exit = isJsonObject(message.details) ? message.details.exitCode : undefined;
  return {
    ...bare('result', place),
    name: asString(message.toolName) ?? asString(message.name) ?? '',
    callId: asString(message.toolCallId) ?? asString(message.tool_call_id) ?? asString(message.tool_use_id) ?? '',
    isError: message.isError === true || message.is_error === true,
    outcome: typeof exit === 'number' ? `exit ${exit}` : '',
    damage: [...(draft?.damage ?? []), ...trimmed],
    text: () => contentText(message.content),
  };
}

const blocksOf = (content: JsonValue | undefined): readonly JsonValue[] =>
  Array.isArray(content) ? (content as readonly JsonValue[]) : content === undefined ? [] : [content];

const contentText = (content: JsonValue | undefined): string =>
  readContent(content, '\n')
    .content.map((part) => (part.type === 'text' ? part.text : `[image ${part.mimeType}, ${part.bytes} bytes]`))
    .join('\n');

/** Moments of a line that is a whole conversation. */
export function draftMoments(drafts: readonly Draft[]): Moment[] {
  return drafts.flatMap((draft): Moment[] => {
    const place = { timeMs: draft.timeMs, line: draft.line, window: 0 };
    const said = () => plainText(draft.content);
    if (draft.role === 'tool')
      return [
        {
          ...bare('result', place),
          name: draft.name ?? '',
          callId: draft.toolCallId ?? '',
          isError: draft.isError === true,
          damage: draft.damage,
          text: said,
        },
      ];
    if (draft.role === 'user') return [{ ...bare('user', place), damage: draft.damage, text: said }];
    const { reasoning = '', toolCalls = [] } = draft;
    const spoke = draft.content.length > 0 || toolCalls.length === 0;
    return [
      ...(reasoning === '' ? [] : [{ ...bare('thinking', place), text: () => reasoning }]),
      ...(spoke ? [{ ...bare('assistant', place), name: draft.model ?? '', damage: draft.damage, text: said }] : []),
      ...toolCalls.map((call) => ({
        ...bare('call', place),
        name: call.name,
        callId: call.id,
        damage: spoke ? [] : draft.damage,
        isJson: true,
        text: () => JSON.stringify(call.arguments),
      })),
    ];
  });
}
