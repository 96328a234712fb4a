import { asString, isJsonObject, tryParseJson } from '../text/json.ts';
import type { JsonValue } from '../types.ts';
import { type Line, openReply, readText } from './chat.ts';
import { createDeadline } from './deadline.ts';
import { ModelError } from './model-error.ts';

export interface ModelList {
  readonly models: readonly string[];
  /** Milliseconds that the answer took. */
  readonly tookMs: number;
}

/** What the server offers, in its own order; also the check that it is there and lets us talk to it. */
export async function listModels(line: Line, signal: AbortSignal): Promise<ModelList> {
  const { clock, limits } = line;
  const started = clock.now();
  const deadline = createDeadline(clock, signal, limits.connectMs, 'slow-start');
  try {
    const reply = await openReply(line, { path: '/models' }, deadline);
    const models = readModels(await readText(reply, deadline));
    return { models, tookMs: clock.now() - started };
  } finally {
    deadline.end();
  }
}

export function readModels(text: string): readonly string[] {
  const value = tryParseJson(text);
  const list = isJsonObject(value) ? ('data' in value ? value.data : value.models) : value;
  // Ollama says null where it has none yet.
  if (list === null) return [];
  if (!Array.isArray(list)) throw new ModelError('not-openai', 'the list of models is not in the known form');
  return [...new Set((list as readonly JsonValue[]).map(nameOf).filter((name) => name !== ''))];
}

const nameOf = (entry: JsonValue): string =>
  (isJsonObject(entry) ? (asString(entry.id) ?? asString(entry.name) ?? asString(entry.model)) : asString(entry)) ?? '';

/** As it may stand in a dataset: llama.cpp names a model by its path, which tells of the person's folders. */
export function publicName(model: string): string {
  const isPath = /^(?:[/~.]|[A-Za-z]:[\\/])/.test(model) || model.includes('\\');
  return isPath ? (model.split(/[\\/]/).at(-1) ?? '') : model;
}
