import type { JsonObject } from '../../types.ts';
import type { Row, RowContent, RowMessage } from '../row.ts';
import { callFaultOf, chatMessage, FOR_TEMPLATES, faultOf } from './chat.ts';
import type { PresetDrop, WrongHalf } from './preset.ts';

/** A row and its wrong half, parted where they differ first. */
export interface Preference {
  readonly prompt: readonly JsonObject[];
  readonly chosen: readonly JsonObject[];
  readonly rejected: readonly JsonObject[];
}

export function preferenceOf(row: Row, wrong: WrongHalf): Preference | { readonly drop: PresetDrop } {
  if ('missing' in wrong) return { drop: wrong.missing };
  const drop = faultOf(row) ?? callFaultOf(wrong.content.messages);
  if (drop) return { drop };
  const at = partingOf(row, wrong.content);
  if (at < 0) return { drop: 'pair_parts_elsewhere' };
  const chat = (messages: readonly RowMessage[]) => messages.map((message) => chatMessage(message, FOR_TEMPLATES));
  return {
    prompt: chat(row.messages.slice(0, at)),
    chosen: chat(row.messages.slice(at)),
    rejected: chat(wrong.content.messages.slice(at)),
  };
}

/** Weights differ by design. Where one half only ends earlier, or the person says something else, there is no preference to learn. */
function partingOf(row: RowContent, wrong: RowContent): number {
  if (row.tools !== wrong.tools) return -1;
  const said = ({ weight: _, ...message }: RowMessage) => JSON.stringify(message);
  const at = row.messages.findIndex((message, index) => {
    const other = wrong.messages[index];
    return !other || said(other) !== said(message);
  });
  const parting = at > 0 && row.messages[at]?.role === 'assistant' && wrong.messages[at]?.role === 'assistant';
  return parting ? at : -1;
}
