import type { JsonObject, Message, ToolDefinition } from '../types.ts';

/** The conversation as the server takes it. Thinking of earlier turns is left out, as it is in use. */
export const chatMessages = (messages: readonly Message[]): JsonObject[] =>
  messages.map(({ role, content, toolCalls = [], toolCallId }): JsonObject => {
    const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('');
    if (role === 'tool') return { role, tool_call_id: toolCallId ?? '', content: text };
    if (toolCalls.length === 0) return { role, content: text };
    return {
      role,
      content: text,
      tool_calls: toolCalls.map(({ id, name, arguments: args }) => ({
        id,
        type: 'function',
        function: { name, arguments: JSON.stringify(args) },
      })),
    };
  });

/** Nothing when none is offered: some servers refuse an empty list. */
export const chatTools = (tools: readonly ToolDefinition[]): JsonObject =>
  tools.length === 0
    ? {}
    : {
        tools: tools.map(({ name, description, parameters }) => ({
          type: 'function',
          function: { name, description, parameters },
        })),
      };
