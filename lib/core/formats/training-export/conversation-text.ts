import { asString, isJsonObject } from '../../text/json.ts';
import type { JsonObject, JsonValue } from '../../types.ts';

/** Characters of a tool result that the summariser is shown. */
const RESULT_LENGTH = 2000;

/** A conversation as text, in the layout of the training export (training-export.md section 11). */
export function exportedConversation(messages: readonly JsonObject[]): string {
  return messages.flatMap(exportedParts).join('\n\n');
}

/** The same in the layout that the summariser itself is given. */
export function summarisedConversation(messages: readonly JsonObject[]): string {
  return messages.flatMap(summarisedParts).join('\n\n');
}

const part = (label: string, text: string): string[] => (text === '' ? [] : [`[${label}]: ${text}`]);

function exportedParts(message: JsonObject): string[] {
  switch (message.role) {
    case 'user':
      return part('User', texts(message, '\n'));
    case 'assistant': {
      const said = blocksOf(message).flatMap((block) => [...textOf(block), ...thoughtOf(block)]);
      const calls = callsOf(message).map(({ name, args }) => `${name}(${JSON.stringify(args)})`);
      return [...part('Assistant', said.join('\n')), ...part('Assistant tool calls', calls.join('; '))];
    }
    case 'toolResult':
      return part(`Tool result ${asString(message.toolName) ?? ''}`.trim(), texts(message, '\n'));
    case 'compactionSummary':
      return part('Previous compaction summary', asString(message.summary) ?? '');
    case 'branchSummary':
      return part('Branch summary', asString(message.summary) ?? '');
    case 'custom':
    case 'hookMessage':
      return part('Custom', texts(message, '\n'));
    default:
      return [];
  }
}

function summarisedParts(message: JsonObject): string[] {
  switch (message.role) {
    case 'user':
    case 'custom':
    case 'hookMessage':
      return part('User', texts(message, ''));
    case 'branchSummary':
      return part('User', asString(message.summary) ?? '');
    case 'assistant': {
      const blocks = blocksOf(message);
      const calls = callsOf(message).map(({ name, args }) => {
        const shown = Object.entries(args).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
        return `${name}(${shown.join(', ')})`;
      });
      return [
        ...part('Assistant thinking', blocks.flatMap(thoughtOf).join('\n')),
        ...part('Assistant', blocks.flatMap(textOf).join('\n')),
        ...part('Assistant tool calls', calls.join('; ')),
      ];
    }
    case 'toolResult':
      return part('Tool result', shortened(texts(message, '')));
    default:
      return [];
  }
}

function shortened(text: string): string {
  const more = text.length - RESULT_LENGTH;
  return more <= 0 ? text : `${text.slice(0, RESULT_LENGTH)}\n\n[... ${more} more characters truncated]`;
}

function blocksOf({ content }: JsonObject): readonly JsonObject[] {
  if (typeof content === 'string') return [{ type: 'text', text: content }];
  return Array.isArray(content) ? (content as readonly JsonValue[]).filter(isJsonObject) : [];
}

const texts = (message: JsonObject, separator: string): string => blocksOf(message).flatMap(textOf).join(separator);
const textOf = ({ type, text }: JsonObject): string[] => (type === 'text' && typeof text === 'string' ? [text] : []);
const thoughtOf = ({ type, thinking }: JsonObject): string[] =>
  type === 'thinking' && typeof thinking === 'string' ? [thinking] : [];

function callsOf(message: JsonObject): { readonly name: string; readonly args: JsonObject }[] {
  return blocksOf(message).flatMap(({ type, name, arguments: args }) =>
    type === 'toolCall' ? [{ name: asString(name) ?? '', args: isJsonObject(args) ? args : {} }] : [],
  );
}
