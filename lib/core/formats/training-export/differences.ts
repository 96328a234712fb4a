import { cleanPrompt } from '../capture.ts';
import type { DamageCode } from '../damage.ts';
import { textDamage } from '../damage-markers.ts';
import { align, type Hunk } from './align.ts';
import type { ExportMessage } from './export-line.ts';
import { recordedOtherwise } from './recorded-otherwise.ts';

/** Why a corrected conversation differs from the one that OpenClaw exports, each with one sentence for a person. */
export const DIFFERENCES = {
  prompt_damaged: 'The recorded system prompt is cut or lost, so the corrected episode has none.',
  prompt_found: 'The system prompt was taken from another file or run of the session.',
  cache_marker: 'The export leaves a marker in the system prompt that never reaches a model.',
  turn_left_out: 'A turn failed, was stopped or has no answer; the export keeps what is left of it.',
  users_joined: 'Neighbouring messages of the user side became one.',
  note_to_model: 'The agent showed the model a note (of a hook, another branch, a shell); the export drops it.',
  result_moved: 'A tool result was put right behind its call.',
  call_id: 'The export, or the recording, has call ids in the form that a provider takes.',
  reasoning_moved: 'The export puts thinking back by position; here each message has its own.',
  hidden_reasoning: 'The export takes a placeholder for hidden reasoning as reasoning.',
  empty_result: 'The export writes "(see attached image)" where a tool returned nothing.',
  result_lost: 'The export loses a tool result that is plain text or a size marker.',
  blank_text: 'The export drops blank pieces of an answer.',
  image: 'Images leave another text.',
  lone_surrogate: 'Halves of Unicode pairs are removed by the export and marked here.',
  invented_result: 'The export invents a result for a call that never got one.',
  unanswered_call: 'A call that never got a result was taken out; the export keeps it.',
  orphan_result: 'The export keeps a tool result that belongs to no call.',
  bridge: 'The export puts a message between tool results and the user, as one of its flags asks.',
  recording_cut: 'The recording lost messages or thinking that the transcript has.',
  recording_shortened: 'The recording has a size marker in place of a value that the transcript has.',
  masked_otherwise: 'OpenClaw masked secrets in the recording and in the transcript in different forms.',
} as const;
export type DifferenceReason = keyof typeof DIFFERENCES;

export interface Difference {
  /** Null when nothing explains it: then one of the two conversions is wrong. */
  readonly reason: DifferenceReason | null;
  readonly role: ExportMessage['role'];
  /** Place in the faithful conversation, else in the corrected one. */
  readonly at: { readonly faithful: number } | { readonly corrected: number };
}

/** What the files say beyond the two conversations. */
export interface DifferenceFacts {
  /** Texts of the transcript's user messages, and of what the agent showed to the model as if a user had said it. */
  readonly userTexts: readonly string[];
  readonly notes: readonly string[];
  readonly recordingCut: boolean;
  readonly damage: Readonly<Partial<Record<DamageCode, number>>>;
  /** The thinking that belongs to each faithful message, by place. */
  readonly ownThinking: readonly string[];
}

/** Every difference between the two conversations of one session, each with its reason. */
export function explainDifferences(
  faithful: readonly ExportMessage[],
  corrected: readonly ExportMessage[],
  facts: DifferenceFacts,
): readonly Difference[] {
  const { pairs, hunks } = align(faithful, corrected);
  return [
    ...promptDifference(promptOf(faithful), promptOf(corrected)),
    ...pairs.flatMap(([at, other]) =>
      fieldReasons(faithful[at] as ExportMessage, corrected[other] as ExportMessage, facts.ownThinking[at] ?? '').map(
        (reason): Difference => ({ reason, role: (faithful[at] as ExportMessage).role, at: { faithful: at } }),
      ),
    ),
    ...explainHunks(hunks, faithful, corrected, facts),
  ];
}

const promptOf = (messages: readonly ExportMessage[]): string | undefined =>
  messages.find(({ role }) => role === 'system')?.content;

function promptDifference(faithful: string | undefined, corrected: string | undefined): Difference[] {
  if (faithful === corrected) return [];
  const reason = promptReason(faithful, corrected);
  return [{ reason, role: 'system', at: faithful === undefined ? { corrected: 0 } : { faithful: 0 } }];
}

function promptReason(faithful: string | undefined, corrected: string | undefined): DifferenceReason | null {
  if (faithful === undefined) return 'prompt_found';
  if (textDamage(faithful)) return corrected === undefined ? 'prompt_damaged' : 'prompt_found';
  return cleanPrompt(faithful) === corrected ? 'cache_marker' : null;
}

/** Of two messages that say the same. */
function fieldReasons(faithful: ExportMessage, corrected: ExportMessage, own: string): (DifferenceReason | null)[] {
  const reasons: (DifferenceReason | null)[] = [];
  if (faithful.content !== corrected.content) {
    const bare = (text: string) => text.replace(/\s/g, '');
    if (faithful.role === 'tool' && corrected.content === '') reasons.push('empty_result');
    else if (bare(faithful.content) === bare(corrected.content)) reasons.push('blank_text');
    else if (/\[image: [^\]]*\]/.test(corrected.content)) reasons.push('image');
    else reasons.push(corrected.content.includes('\ufffd') ? 'lone_surrogate' : null);
  }
  const ids = ({ tool_calls, tool_call_id }: ExportMessage) =>
    JSON.stringify([tool_call_id ?? '', ...(tool_calls ?? []).map(({ id }) => id)]);
  if (ids(faithful) !== ids(corrected)) reasons.push(bareIds(ids(faithful), ids(corrected)) ? 'call_id' : null);
  const [moved, kept] = [faithful.reasoning_content ?? '', corrected.reasoning_content ?? ''];
  if (moved !== kept) {
    if (moved === '' && own === '') reasons.push('recording_cut');
    else if (moved.includes('[Reasoning redacted]') || own.includes('[Reasoning redacted]'))
      reasons.push('hidden_reasoning');
    else reasons.push(kept === own && moved !== own ? 'reasoning_moved' : null);
  }
  return reasons;
}

/** Equal but for what shortening drops, and for the numbers that make ids unique here. */
function bareIds(faithful: string, corrected: string): boolean {
  const bare = (text: string): readonly string[] =>
    (JSON.parse(text) as readonly string[]).map((id) =>
      (id.split('|', 1)[0] ?? '').replace(/[^a-zA-Z0-9]/g, '').slice(0, 40),
    );
  const [ones, others] = [bare(faithful), bare(corrected)];
  return ones.length === others.length && ones.every((id, at) => sameId(id, others[at] as string));
}

const LONG_ID = 30;

const sameId = (one: string, other: string): boolean =>
  other.startsWith(one) && (one.length >= LONG_ID || /^\d*$/.test(other.slice(one.length)));

function explainHunks(
  hunks: readonly Hunk[],
  faithful: readonly ExportMessage[],
  corrected: readonly ExportMessage[],
  facts: DifferenceFacts,
): Difference[] {
  const moved = movedResults(hunks, faithful, corrected);
  const recorded = recordedOtherwise(hunks, faithful, corrected);
  const calls = new Set(faithful.flatMap(({ tool_calls }) => (tool_calls ?? []).map(({ id }) => id)));
  const said = corrected.filter(({ role }) => role === 'user').map(({ content }) => content);
  const leftOut = facts.userTexts.filter((text) => !said.some((content) => content.includes(text)));
  return hunks.flatMap((hunk) => {
    const found: Difference[] = [];
    const users = hunk.corrected
      .filter((at) => corrected[at]?.role === 'user')
      .map((at) => corrected[at]?.content ?? '');
    let inLeftOut = false;
    for (const at of hunk.faithful) {
      const message = faithful[at] as ExportMessage;
      let reason: DifferenceReason | null = null;
      const otherwise = recorded.reasons.get(at);
      if (otherwise) reason = otherwise;
      else if (moved.faithful.has(at)) reason = 'result_moved';
      else if (message.role === 'user') {
        reason = userReason(message.content, users, leftOut, facts);
        inLeftOut = reason === 'turn_left_out';
      } else if (message.content === 'No result provided' && message.role === 'tool') reason = 'invented_result';
      else if (message.role === 'tool' && !calls.has(message.tool_call_id ?? '')) reason = 'orphan_result';
      else if (message.content === 'I have processed the tool results.') reason = 'bridge';
      else if (message.tool_calls?.every(({ id }) => isUnanswered(id, at, faithful))) reason = 'unanswered_call';
      else if (inLeftOut || (lostTurns(facts) && isLeftOver(at, hunk, faithful))) reason = 'turn_left_out';
      found.push({ reason, role: message.role, at: { faithful: at } });
    }
    const asked = hunk.faithful.filter((at) => faithful[at]?.role === 'user').map((at) => faithful[at]?.content ?? '');
    for (const at of hunk.corrected) {
      const message = corrected[at] as ExportMessage;
      if (moved.corrected.has(at) || recorded.corrected.has(at)) continue;
      const known = message.role === 'user' ? madeOf(message.content, asked, facts) : null;
      const reason = known ?? (facts.recordingCut ? 'recording_cut' : null);
      found.push({ reason, role: message.role, at: { corrected: at } });
    }
    return found;
  });
}

const lostTurns = ({ damage }: DifferenceFacts): boolean =>
  ['failed_turn', 'aborted_turn', 'unanswered_turn', 'failed_attempt'].some((code) => Object.hasOwn(damage, code));

const isUnanswered = (id: string, at: number, faithful: readonly ExportMessage[]): boolean =>
  faithful.slice(at + 1).find(({ tool_call_id }) => tool_call_id === id)?.content === 'No result provided';

/** Tools and answers that stay of a turn whose end was taken away. */
const isLeftOver = (at: number, { corrected }: Hunk, faithful: readonly ExportMessage[]): boolean =>
  corrected.length === 0 && faithful[at]?.role !== 'user';

/** A user message that only the export has. */
function userReason(
  content: string,
  users: readonly string[],
  leftOut: readonly string[],
  facts: DifferenceFacts,
): DifferenceReason | null {
  const joined = users.find((text) => text.split('\n\n').length > 1 && text.includes(content));
  if (joined !== undefined) return madeOf(joined, [content], facts) ?? 'users_joined';
  if (!lostTurns(facts)) return null;
  // The agent itself joins what was asked again.
  const rest = users.reduce(
    (text, user) => (text.endsWith(`\n${user}`) ? text.slice(0, -user.length - 1) : text),
    content,
  );
  return leftOut.includes(rest) ? 'turn_left_out' : null;
}

/** What a user message of the corrected conversation is made of, when the export has parts of it or none. */
function madeOf(
  content: string,
  asked: readonly string[],
  { notes, damage }: DifferenceFacts,
): DifferenceReason | null {
  const strip = (text: string, parts: readonly string[]) => parts.reduce((left, part) => left.replace(part, ''), text);
  const withoutAsked = strip(content, asked);
  if (withoutAsked.trim() === '') return 'users_joined';
  const left = strip(withoutAsked, notes);
  if (left !== withoutAsked && left.trim() === '') return 'note_to_model';
  return asked.some((text) => text.endsWith(`\n${content}`)) && damage.failed_turn ? 'turn_left_out' : null;
}

/** Results that both have, at other places. */
function movedResults(hunks: readonly Hunk[], faithful: readonly ExportMessage[], corrected: readonly ExportMessage[]) {
  const found = { faithful: new Set<number>(), corrected: new Set<number>() };
  const places = hunks.flatMap((hunk) => hunk.corrected.filter((at) => corrected[at]?.role === 'tool'));
  for (const at of hunks.flatMap((hunk) => hunk.faithful)) {
    const message = faithful[at] as ExportMessage;
    const other = places.find((place) => !found.corrected.has(place) && corrected[place]?.content === message.content);
    if (message.role !== 'tool' || other === undefined) continue;
    found.faithful.add(at);
    found.corrected.add(other);
  }
  return found;
}
