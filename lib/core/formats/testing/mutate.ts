import type { Random } from '../../text/random.ts';
import type { JsonObject, JsonValue } from '../../types.ts';

/** What breaks readers: the marks and keys of the formats, deep nesting, numbers out of range. */
const SPLICES = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  '\n',
  '\0',
  '\ufeff',
  '\\ud800',
  '"__proto__":',
  '1e999',
  '-1',
  'null',
  '{"a":'.repeat(300),
];

const encoder = new TextEncoder();

function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** One to four changes of the kinds that transport and disks make, and of the kinds that attackers make. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  let changed = join(bytes);
  for (let n = random.below(4) + 1; n > 0; n--) {
    const at = random.below(changed.length + 1);
    const end = Math.min(changed.length, at + random.below(64));
    const [before, between, after] = [changed.subarray(0, at), changed.subarray(at, end), changed.subarray(at)];
    const noise = Uint8Array.from({ length: random.below(8) + 1 }, () => random.below(256));
    changed = random.pick([
      () => join(before, noise, changed.subarray(Math.min(changed.length, at + noise.length))),
      () => join(before, changed.subarray(end)),
      () => join(before, between, after),
      () => join(before, encoder.encode(random.pick(SPLICES)), after),
      () => join(before),
    ])();
  }
  return changed;
}

/** Overwrites bytes in place: files of fixed layout fall apart otherwise before anything interesting is read. */
export function scatter(bytes: Uint8Array, count: number, random: Random): Uint8Array<ArrayBuffer> {
  const changed = join(bytes);
  for (let n = 0; n < count; n++) changed[random.below(changed.length)] = random.below(256);
  return changed;
}

/** Values that stand where a reader expects another kind. */
const STRANGE: readonly (() => JsonValue)[] = [
  () => null,
  () => true,
  () => -1,
  () => 1e300,
  () => '',
  () => '[Truncated]',
  () => '[trimmed by self]',
  () => '\ud800',
  () => 'x...<truncated>',
  () => [],
  () => ({}),
  () => [null],
  () => ({ truncated: true, reason: 'trajectory-depth-limit' }),
  () => JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') as JsonValue,
  () => JSON.parse(`${'['.repeat(150)}${']'.repeat(150)}`) as JsonValue,
  () => 'y'.repeat(3000),
];
const STRANGE_KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'role', 'type', 'id', 'content'];

/** A JSON value with one member of it replaced, removed, doubled, renamed or put elsewhere. */
function mutateJson(value: JsonValue, random: Random): JsonValue {
  const depth = random.below(5);
  return change(value, depth, random);
}

function change(value: JsonValue, depth: number, random: Random): JsonValue {
  if (typeof value !== 'object' || value === null) return random.pick(STRANGE)();
  if (Array.isArray(value)) {
    const items = [...(value as readonly JsonValue[])];
    if (items.length === 0) return random.pick(STRANGE)();
    const at = random.below(items.length);
    if (depth > 0) items[at] = change(items[at] as JsonValue, depth - 1, random);
    else
      random.pick([
        () => items.splice(at, 1),
        () => items.splice(at, 0, items[at] as JsonValue),
        () => items.splice(at, 1, random.pick(STRANGE)()),
        () => items.reverse(),
      ])();
    return items;
  }
  const entries = Object.entries(value as JsonObject);
  if (entries.length === 0) return random.pick(STRANGE)();
  const at = random.below(entries.length);
  const [key, item] = entries[at] as [string, JsonValue];
  if (depth > 0) entries[at] = [key, change(item, depth - 1, random)];
  else
    random.pick([
      () => entries.splice(at, 1),
      () => entries.splice(at, 1, [key, random.pick(STRANGE)()]),
      () => entries.splice(at, 1, [random.pick(STRANGE_KEYS), item]),
      () => entries.splice(at, 1, [key, entries[random.below(entries.length)]?.[1] ?? null]),
    ])();
  return Object.fromEntries(entries);
}

/** Lines of a JSONL text with one to three of them changed as values, or the order of two exchanged. */
export function mutateLines(lines: readonly string[], random: Random): string {
  const changed = [...lines];
  for (let n = random.below(3) + 1; n > 0; n--) {
    const at = random.below(changed.length);
    const line = changed[at] ?? '';
    const other = random.below(changed.length);
    random.pick([
      () => {
        changed[at] = JSON.stringify(mutateJson(parsed(line), random));
      },
      () => {
        changed[at] = JSON.stringify(mutateJson(parsed(line), random));
      },
      () => {
        [changed[at], changed[other]] = [changed[other] ?? '', line];
      },
      () => changed.splice(at, 0, line),
    ])();
  }
  return `${changed.join('\n')}\n`;
}

function parsed(line: string): JsonValue {
  try {
    return JSON.parse(line) as JsonValue;
  } catch {
    return {}; // a line that an earlier change broke
  }
}
