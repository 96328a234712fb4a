import { asString, isJsonObject, tryParseJson } from '../text/json.ts';
import type { JsonObject } from '../types.ts';

/** A tool call as the model wrote it. */
export interface WrittenCall {
  readonly name: string;
  /** JSON text, if the model kept to it. */
  readonly arguments: string;
}

interface Slot {
  readonly index: number | undefined;
  id: string;
  name: string;
  text: string;
}

export interface CallJoiner {
  /** One element of `delta.tool_calls`. */
  add(piece: JsonObject): void;
  all(): readonly WrittenCall[];
}

/** Puts calls together from their pieces, whatever the server leaves out to tell them apart. */
export function createCallJoiner(): CallJoiner {
  const slots: Slot[] = [];

  const open = (index: number | undefined): Slot => {
    const slot: Slot = { index, id: '', name: '', text: '' };
    slots.push(slot);
    return slot;
  };

  const slotOf = (index: number | undefined, id: string, name: string, text: string): Slot => {
    const known = id === '' ? undefined : slots.findLast((slot) => slot.id === id);
    if (known) return known;
    const last = index === undefined ? slots.at(-1) : slots.findLast((slot) => slot.index === index);
    if (!last) return open(index);
    // Ollama gives every call the index 0, each with an id of its own.
    if (id !== '' && last.id !== '') return open(index);
    // Without an index an id begins a call, and so does a name: arguments alone go on with one.
    if (index === undefined && (id !== '' || (name !== '' && name !== last.name))) return open(index);
    // A named call behind a finished one is the next one: whole calls in a row without ids.
    if (name !== '' && text !== '' && isWhole(last.text)) return open(index);
    return last;
  };

  return {
    add(piece) {
      const fn = isJsonObject(piece.function) ? piece.function : piece;
      const index = typeof piece.index === 'number' ? piece.index : undefined;
      // llama.cpp had the id inside the function for a while.
      const id = asString(piece.id) || asString(fn.id) || '';
      const name = asString(fn.name) ?? '';
      const text = isJsonObject(fn.arguments) ? JSON.stringify(fn.arguments) : (asString(fn.arguments) ?? '');
      const slot = slotOf(index, id, name, text);
      if (slot.id === '') slot.id = id;
      // Repeated with every piece by some; in pieces of its own, before any argument, by others.
      if (name !== slot.name && slot.text === '') slot.name += name;
      slot.text += text;
    },
    all: () => slots.map(({ name, text }) => ({ name, arguments: text })),
  };
}

const isWhole = (text: string): boolean => isJsonObject(tryParseJson(text));
