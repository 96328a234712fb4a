import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue, SourceFile } from '../types.ts';
import { isClaudeCodeLine, isClaudeCodeSideLine } from './claude-code.ts';
import { codexHint, isCodexLine } from './codex.ts';
import { readHead, readText } from './file.ts';
import { type ByteKind, recogniseBytes } from './file-bytes.ts';
import { readItems } from './json-items.ts';
import { parseJson } from './json-rows.ts';
import { isEntryRow } from './openclaw-entry.ts';
import { isTrajectoryEvent, TRACE_SCHEMA } from './openclaw-trajectory.ts';
import { recogniseRow } from './row-dialects.ts';
import type { Limits, SourceKind } from './source.ts';

/** What one file is, told by its content. */
export type Recognised =
  | {
      readonly what: 'source';
      readonly kind: SourceKind;
      readonly version: string;
      readonly sessions: readonly SessionHint[];
    }
  /** Both tell a bundle. */
  | { readonly what: 'manifest' | 'branch'; readonly sessions: readonly SessionHint[] }
  /** Belongs beside a manifest; nothing by itself. */
  | { readonly what: 'bundle-part' }
  | { readonly what: 'pointer' }
  | { readonly what: 'index'; readonly sessions: ReadonlyMap<string, JsonObject> }
  | { readonly what: ByteKind | 'long-line' | 'unknown' };

/** What the first lines say about the session inside. */
export interface SessionHint {
  readonly id: string;
  /** Path or id of the session it was forked or spawned from, as written. */
  readonly parent: string;
}

/** Read when the first lines do not tell: session files can begin with long lines, or with many that hold no message. */
const BEGINNING_BYTES = 8 * 2 ** 20;
const NEWLINE = 10;
const LINES = 50;
const MORE_LINES = 5000;

const decoder = new TextDecoder();

export async function recognise(file: SourceFile, head: Uint8Array<ArrayBuffer>, limits: Limits): Promise<Recognised> {
  const binary = recogniseBytes(head);
  if (binary) return { what: binary };
  const text = decoder.decode(head);
  const whole = head.length >= file.size;
  if (text.trim() === '') return { what: whole ? 'empty' : 'unknown' };
  const found = recogniseLines(firstValues(text, whole, LINES, limits));
  if (found && (whole || !isVague(found))) return found;
  if (!/^[\s\0]*[{[]/.test(text)) return found ?? { what: 'unknown' };
  const more = whole ? undefined : await recogniseMore(file, head, limits);
  return more ?? found ?? (await recogniseWhole(file, text, limits)) ?? { what: 'unknown' };
}

/** Lines beside a conversation do not say whose it is; a later one does. */
const isVague = (found: Recognised): boolean =>
  found.what === 'source' && found.kind === 'claude-code' && found.sessions.length === 0;

async function recogniseMore(file: SourceFile, head: Uint8Array, limits: Limits): Promise<Recognised | null> {
  const bytes = await readHead(file, head.includes(NEWLINE) ? BEGINNING_BYTES : limits.lineBytes);
  if (bytes.length < file.size && !bytes.includes(NEWLINE)) return { what: 'long-line' };
  return recogniseLines(firstValues(decoder.decode(bytes), bytes.length >= file.size, MORE_LINES, limits));
}

function firstValues(text: string, complete: boolean, count: number, limits: Limits): JsonValue[] {
  const lines = text.split('\n', count + 1);
  const usable = complete || lines.length > count ? lines.slice(0, count) : lines.slice(0, -1);
  const values = usable.map((line) => parseJson(line.replace(/^\0+|\0+$/g, ''), limits.jsonDepth));
  return values.filter((value) => value !== undefined);
}

function recogniseLines(values: readonly JsonValue[]): Recognised | null {
  const objects = values.filter(isJsonObject);
  const events = objects.filter(isTrajectoryEvent);
  if (events.length > 0) {
    const transcript = events.some((event) => event.source === 'transcript');
    const kind = transcript ? 'events' : 'sidecar';
    return {
      what: 'source',
      kind,
      version: recordedVersion(events),
      sessions: distinct(events.map(({ sessionId }) => sessionId)),
    };
  }
  for (const value of objects) {
    const recognised = recogniseObject(value);
    if (recognised)
      return recognised.what === 'source' && recognised.kind === 'session'
        ? withOthers(recognised, objects)
        : recognised;
  }
  const side = objects.find(isClaudeCodeSideLine);
  return side ? { what: 'source', kind: 'claude-code', version: '', sessions: [] } : null;
}

/** Files can be put behind one another: each header starts a session. */
function withOthers(found: Recognised & { what: 'source' }, objects: readonly JsonObject[]): Recognised {
  const headers = objects.filter(({ type }) => type === 'session');
  const sessions = headers.flatMap((header) => hintOf(header.id, header.parentSession ?? header.branchedFrom));
  const byId = new Map(sessions.map((hint) => [hint.id, hint]));
  return { ...found, sessions: [...byId.values()] };
}

const distinct = (ids: readonly (JsonValue | undefined)[]): readonly SessionHint[] =>
  [...new Set(ids)].flatMap((id) => hintOf(id));

function recordedVersion(events: readonly JsonObject[]): string {
  const metadata = events.find((event) => event.type === 'trace.metadata')?.data;
  return isJsonObject(metadata) && isJsonObject(metadata.harness) ? (asString(metadata.harness.version) ?? '') : '';
}

function recogniseObject(value: JsonObject): Recognised | null {
  if (value.traceSchema === 'openclaw-trajectory-pointer') return { what: 'pointer' };
  if (value.traceSchema === TRACE_SCHEMA) return isManifest(value) ? manifest(value) : { what: 'bundle-part' };
  if (value.type === 'session') {
    const version = typeof value.version === 'number' ? String(value.version) : '1';
    return {
      what: 'source',
      kind: 'session',
      version,
      sessions: hintOf(value.id, value.parentSession ?? value.branchedFrom),
    };
  }
  if (isClaudeCodeLine(value)) {
    const id = asString(value.sessionId) ?? asString(value.session_id) ?? '';
    const agent = value.isSidechain === true ? asString(value.agentId) : undefined;
    const session = agent === undefined ? { id, parent: '' } : { id: `${id}/${agent}`, parent: id };
    return { what: 'source', kind: 'claude-code', version: asString(value.version) ?? '', sessions: [session] };
  }
  if (isCodexLine(value)) {
    const { id, parent, version } = codexHint(value);
    return { what: 'source', kind: 'codex', version, sessions: hintOf(id, parent) };
  }
  if (Array.isArray(value.entries) && 'leafId' in value && 'header' in value)
    return {
      what: 'branch',
      sessions: isJsonObject(value.header) ? hintOf(value.header.id, value.header.parentSession) : [],
    };
  if (isEntryRow(value)) return { what: 'source', kind: 'session', version: '', sessions: [] };
  const row = recogniseRow(value);
  return row ? { what: 'source', kind: row.kind, version: row.version, sessions: [] } : null;
}

const isManifest = (value: JsonObject): boolean =>
  typeof value.eventCount === 'number' || isJsonObject(value.sourceFiles) || Array.isArray(value.contents);

const manifest = (value: JsonObject): Recognised => ({ what: 'manifest', sessions: hintOf(value.sessionId) });

const hintOf = (id: unknown, parent?: unknown): readonly SessionHint[] =>
  typeof id === 'string' && id !== '' ? [{ id, parent: asString(parent) ?? '' }] : [];

/** A file that is one JSON value over several lines. */
async function recogniseWhole(file: SourceFile, text: string, limits: Limits): Promise<Recognised | null> {
  if (/^[\s\0]*\[/.test(text)) return recogniseItems(file, limits);
  if (file.size > limits.lineBytes) return null;
  const value = parseJson((await readText(file, limits.lineBytes)).replace(/^\ufeff/, ''), limits.jsonDepth);
  if (!isJsonObject(value)) return null;
  if (value.traceSchema !== undefined) return recogniseObject(value);
  const sessions = Object.entries(value).filter(
    (item): item is [string, JsonObject] => isJsonObject(item[1]) && typeof item[1].sessionId === 'string',
  );
  return sessions.length > 0 ? { what: 'index', sessions: new Map(sessions) } : recogniseObject(value);
}

async function recogniseItems(file: SourceFile, limits: Limits): Promise<Recognised | null> {
  const signal = new AbortController().signal;
  for await (const { text, number } of readItems(file.stream(), { itemBytes: limits.lineBytes, signal })) {
    const value = parseJson(text, limits.jsonDepth);
    const row = isJsonObject(value) ? recogniseRow(value) : undefined;
    if (row) return { what: 'source', kind: row.kind, version: row.version, sessions: [] };
    if (number >= LINES) return null;
  }
  return null;
}
