import { tryParseJson } from '../../text/json.ts';
import type { ExportMessage } from './export-line.ts';

/** Neighbouring messages that only one side has; places. */
export interface Hunk {
  readonly faithful: readonly number[];
  readonly corrected: readonly number[];
}

export interface Alignment {
  /** Places of messages that say the same. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly hunks: readonly Hunk[];
}

/** The longest common run of two conversations, system prompts aside; both are held, and compared each with each. */
export function align(faithful: readonly ExportMessage[], corrected: readonly ExportMessage[]): Alignment {
  const [ones, others] = [faithful, corrected].map((messages) =>
    messages.flatMap((message, at) => (message.role === 'system' ? [] : [{ at, token: tokenOf(message) }])),
  ) as [Token[], Token[]];
  const common = ones.map(() => new Uint32Array(others.length + 1));
  common.push(new Uint32Array(others.length + 1));
  const length = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = ones.length - 1; i >= 0; i--)
    for (let j = others.length - 1; j >= 0; j--)
      (common[i] as Uint32Array)[j] =
        ones[i]?.token === others[j]?.token ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
  const pairs: (readonly [number, number])[] = [];
  const hunks: { faithful: number[]; corrected: number[] }[] = [];
  let open: { faithful: number[]; corrected: number[] } | undefined;
  const hunk = () => {
    if (!open) {
      open = { faithful: [], corrected: [] };
      hunks.push(open);
    }
    return open;
  };
  for (let i = 0, j = 0; i < ones.length || j < others.length; ) {
    const [one, other] = [ones[i], others[j]];
    if (one && other && one.token === other.token) {
      pairs.push([one.at, other.at]);
      open = undefined;
      i++;
      j++;
    } else if (other && (!one || length(i, j + 1) >= length(i + 1, j))) {
      hunk().corrected.push(other.at);
      j++;
    } else if (one) {
      hunk().faithful.push(one.at);
      i++;
    }
  }
  return { pairs, hunks };
}

interface Token {
  readonly at: number;
  readonly token: string;
}

/** What a message says: without ids and thinking, and without the texts that stand for nothing. */
function tokenOf({ role, content, tool_calls }: ExportMessage): string {
  const text = content
    .replace(/\(?(?:tool )?image omitted: model does not support images\)|\[image: [^\]]*\]/g, '[image]')
    .replace(/(?:\[image\]\n?)+/g, '[image]')
    .replaceAll('\ufffd', '')
    .replace(role === 'assistant' ? /\s+/g : /$^/, '');
  const calls = (tool_calls ?? []).map(({ function: { name, arguments: args } }) => [name, tryParseJson(args ?? '{}')]);
  return JSON.stringify([role, role === 'tool' && text === '(see attached image)' ? '' : text, calls]);
}
