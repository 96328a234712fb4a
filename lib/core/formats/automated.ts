import { isJsonObject } from '../text/json.ts';

/** User messages that no person typed (openclaw.md section 3.7), by how their text starts. */
const STARTS: readonly (readonly [tag: string, start: RegExp])[] = [
  ['automated:heartbeat', /^Read HEARTBEAT\.md if it exists/],
  ['automated:cron', /^\[cron:/],
  ['automated:memory-flush', /^Pre-compaction memory flush/],
  ['automated:session-start', /^A new session was started via \/new or \/reset/],
  ['automated:subagent', /^\[Subagent Context\]/],
  ['automated:inter-session', /^\[Inter-session message\]/],
  ['automated:system', /^System: \[/],
];
const ENVELOPE = /^(Conversation info|Sender|Forwarded message context|Location) \(untrusted metadata\):/m;

export function automatedTags(text: string, provenance: unknown): readonly string[] {
  const start = text.trimStart();
  const tags = STARTS.filter(([, pattern]) => pattern.test(start)).map(([tag]) => tag);
  const interSession = isJsonObject(provenance) && provenance.kind === 'inter_session';
  if (interSession && !tags.includes('automated:inter-session')) tags.push('automated:inter-session');
  return ENVELOPE.test(text) ? [...tags, 'channel:envelope'] : tags;
}
