import type { Draft } from './draft.ts';

/** Gives calls and results of a conversation the ids that they lack: a result without one answers the first call that waits. */
export function unansweredCalls(): { named(draft: Draft): Draft } {
  let waiting: { readonly id: string; readonly name: string }[] = [];
  let made = 0;
  return {
    named: (draft) => {
      if (draft.role === 'assistant') {
        const toolCalls = (draft.toolCalls ?? []).map((call) =>
          call.id === '' ? { ...call, id: `call_${made++}` } : call,
        );
        waiting = [...toolCalls];
        return toolCalls.length === 0 ? draft : { ...draft, toolCalls };
      }
      if (draft.role !== 'tool') return draft;
      const id = draft.toolCallId || answered(draft.name ?? '');
      waiting = waiting.filter((call) => call.id !== id);
      return { ...draft, toolCallId: id };
    },
  };

  function answered(name: string): string {
    return (waiting.find((call) => name !== '' && call.name === name) ?? waiting[0])?.id ?? '';
  }
}
