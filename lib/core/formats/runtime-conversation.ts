import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { type Entry, readEntry } from './openclaw-entry.ts';

/**
 * A conversation put together from prompts, calls and answers, for harnesses that record no messages (openclaw.md section 2.5).
 * Each run says its prompt once, however many tries it took.
 */
export interface RuntimeConversation {
  see(event: JsonObject, line: number): void;
  entries(): readonly Entry[];
}

/** Calls that a tool made inside of another one: `tool_search_code:call_7:agents_list:1`. */
const NESTED = /^[^:]+:[^:]+:/;

export function createRuntimeConversation(): RuntimeConversation {
  let entries: Entry[] = [];
  let hasMessages = false;
  let promptOf: string | undefined;
  let calls: JsonObject[] | undefined;

  const add = (event: JsonObject, line: number, message: JsonObject) => {
    calls = undefined;
    entries.push(readEntry({ type: 'message', id: `event-${line}`, timestamp: event.ts ?? null, message }, line));
  };
  return {
    see: (event, line) => {
      const data = isJsonObject(event.data) ? event.data : {};
      // What repeats whole messages is the better witness, and nothing is held beside it.
      hasMessages ||= Array.isArray(data.messages) || Array.isArray(data.messagesSnapshot);
      if (hasMessages) {
        entries = [];
        return;
      }
      const id = asString(data.toolCallId) ?? '';
      if (event.type === 'context.compiled' || event.type === 'prompt.submitted') {
        const run = asString(event.runId) ?? '';
        if (typeof data.prompt === 'string' && run !== promptOf)
          add(event, line, { role: 'user', content: data.prompt });
        promptOf = run;
      } else if (event.type === 'tool.call' && !NESTED.test(id)) {
        const call: JsonObject = { type: 'toolCall', id, name: data.name ?? '', arguments: data.args ?? {} };
        if (calls) calls.push(call);
        else {
          const content = [call];
          add(event, line, { role: 'assistant', content, model: event.modelId ?? '', stopReason: 'toolUse' });
          calls = content;
        }
      } else if (event.type === 'tool.result' && !NESTED.test(id)) {
        const content: JsonValue = isJsonObject(data.result) ? (data.result.content ?? []) : (data.result ?? []);
        add(event, line, {
          role: 'toolResult',
          toolCallId: id,
          toolName: data.name ?? '',
          content,
          isError: data.success === false,
        });
      } else if (event.type === 'model.completed') {
        const texts = Array.isArray(data.assistantTexts) ? (data.assistantTexts as readonly JsonValue[]) : [];
        const content = texts.filter((text) => typeof text === 'string').join('\n\n');
        const stopReason =
          data.aborted === true ? 'aborted' : data.promptError || data.terminalError ? 'error' : 'stop';
        if (content !== '' || stopReason !== 'stop')
          add(event, line, { role: 'assistant', content, model: event.modelId ?? '', stopReason });
      }
    },
    entries: () => entries,
  };
}
