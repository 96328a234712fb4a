import type { Episode, JsonValue } from '../../../lib/core/types.ts';

/** Every string of the episode that is ever written, keys and numbers as well. */
export function stringsOf(episode: Episode): readonly string[] {
  const out: string[] = [episode.title, ...episode.tags, episode.provenance.path];
  const walk = (value: JsonValue): void => {
    if (typeof value === 'string' || typeof value === 'number') out.push(String(value));
    else if (Array.isArray(value)) value.forEach(walk);
    else if (value !== null && typeof value === 'object')
      for (const [key, item] of Object.entries(value)) {
        out.push(key);
        walk(item as JsonValue);
      }
  };
  for (const message of episode.messages) {
    for (const part of message.content) if (part.type === 'text') out.push(part.text);
    if (message.reasoning !== undefined) out.push(message.reasoning);
    for (const call of message.toolCalls ?? []) {
      out.push(call.id);
      walk(call.arguments);
    }
  }
  for (const tool of episode.tools) {
    out.push(tool.description);
    walk(tool.parameters);
  }
  return out;
}
