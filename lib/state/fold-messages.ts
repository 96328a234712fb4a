import type { MessageView, ToolCallView } from '../../workers/protocol.ts';

export interface FoldedTurn {
  /** Null for tool results that no call of ours precedes. */
  readonly message: MessageView | null;
  readonly calls: readonly { readonly call: ToolCallView | null; readonly result: MessageView | null }[];
}

/** Tool results go under the calls they answer: the nth result after a turn answers its nth call. */
export function foldMessages(messages: readonly MessageView[]): readonly FoldedTurn[] {
  const turns: FoldedTurn[] = [];
  for (const message of messages) {
    if (message.role !== 'tool') {
      turns.push({ message, calls: message.toolCalls.map((call) => ({ call, result: null })) });
      continue;
    }
    const last = turns.at(-1);
    const open =
      last?.calls.findIndex(({ call, result }) => call !== null && result === null && nameFits(call, message)) ?? -1;
    if (last && open >= 0) {
      const calls = last.calls.map((pair, index) => (index === open ? { ...pair, result: message } : pair));
      turns[turns.length - 1] = { ...last, calls };
    } else turns.push({ message: null, calls: [{ call: null, result: message }] });
  }
  return turns;
}

const nameFits = (call: ToolCallView, result: MessageView): boolean => result.name === '' || result.name === call.name;
