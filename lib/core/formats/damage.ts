/** Damage and drop codes of the readers, each with one sentence for a person. Codes are fixed: manifests hold them. */
export const DAMAGE = {
  failed_turn: 'The model call of a turn failed; the turn was left out.',
  aborted_turn: 'A turn was stopped before its answer was complete; it was left out, or its text stays as context.',
  unanswered_turn: 'A turn has no final answer; the turn was left out.',
  continued_turn: 'A turn went on after a compaction; its first half was left out of the earlier window.',
  failed_attempt: 'A failed try inside a turn that later succeeded was left out.',
  cut_answer: 'An answer was cut by the length limit; unless you choose otherwise it is not trained on.',
  orphan_result: 'A tool result belongs to no call; it was left out.',
  duplicate_result: 'A call has more than one result; the first was kept.',
  unanswered_call: 'A call inside a turn has no result; the call was removed and the message is not trained on.',
  lost_call:
    'A call was left out when the session was written, as of a tool that does not exist; the message is not trained on.',
  delivery_mirror: 'A message that no model wrote (a delivery copy) was left out.',
  leading_answer: 'A message of the model comes before any user message; it was left out.',
  empty_message: 'A message that says and calls nothing was left out, with what answered it.',
  bad_arguments: 'Arguments of a call are not a JSON object; the message is not trained on.',
  truncated_value: 'A value was replaced by "[Truncated]" when the bundle was exported.',
  malformed_json: 'A text with braces was replaced when the bundle was exported; the session file still has it.',
  oversized_json: 'A long text was replaced when the bundle was exported; the session file still has it.',
  circular_value: 'A value was replaced by "[Circular]" when the bundle was exported.',
  unserializable_value: 'A value was replaced by "[Unserializable]" when the bundle was exported.',
  cut_text: 'A text was cut, mostly to 2,000 characters, when it was recorded or exported.',
  size_limit: 'A value was replaced by a size marker when it was recorded.',
  object_text: 'A tool result reads "[object Object]": its text was lost when it was exported.',
  pruned_text: 'OpenClaw shortened an old result, or took a picture out, before it was sent: the model saw it so.',
  masked_text: 'A secret was masked when it was recorded; nothing of it shows.',
  half_masked_text:
    'A secret was masked when it was recorded, and ten of its characters show; the redaction masks them, too.',
  side_branch: 'Messages of the file stand on a branch that was left; they are no part of the conversation.',
  masked_answer: 'A damaged message of the model stays as context and is not trained on.',
  snapshot_cut: 'The recorded conversation was cut after 64 messages.',
  system_prompt_damaged: 'The system prompt is cut or lost in the recording; the episode has none.',
  tool_schema_damaged: 'The definition of a tool is damaged; only its name was kept.',
  tool_schema_missing: 'A called tool has no recorded definition; only its name was kept.',
  trimmed_result: 'A tool result was later shortened by the agent itself (dynamic trim).',
  trim_unexplained: 'A tool result reads as shortened by the agent, and no call says why.',
  trim_pending: 'The agent asked to shorten a tool result, and it never happened.',
  trim_call:
    'The arguments of a call that shortens a result were rewritten on disk; they were rebuilt or are not trained on.',
  trim_restored: 'A shortened tool result was restored from another copy of the session.',
  trim_conflict: 'Copies of the session disagree about a shortened tool result; it was not restored.',
  trim_masked:
    'A message was written with a tool result in view that is now shortened; it stays as context and is not trained on.',
  trim_after_summary:
    'A tool result was shortened after a compaction had summarised it: the summary knows more than is left.',
  reasoning_moved: "Thinking stands at another message than its own, as OpenClaw's export places it.",
  damaged_turn: 'A turn was left out because of damage in it, as you chose.',
  hidden_reasoning: 'A placeholder stood in for hidden reasoning; it was removed.',
} as const;
export type DamageCode = keyof typeof DAMAGE;

export const DROPS = {
  same_session: 'Another file of the drop holds the same session in better or equal state.',
  no_complete_turn: 'There is no turn with a user message and a complete answer.',
  nothing_to_train: 'No message of the model is whole and new, so nothing is left to train on.',
  empty_session: 'The session holds no messages.',
  unreadable_session: 'The session could not be read: its file is damaged or beyond a limit.',
  deleted_session:
    'The session was deleted; the database still keeps it. Deleted sessions are left out unless asked for.',
  archived_session: 'The session was put away in an archive of the database; archives are left out unless asked for.',
  archive_elsewhere: 'The session was put away in a file outside the database; drop that file to read it.',
  damaged: 'It is damaged in a way that you chose to leave out.',
  not_exported: "OpenClaw's training export would write no line for it.",
  unusable_summary: 'A compaction has no summary that could be learned from.',
  malformed_row: 'The row holds no usable messages.',
} as const;
export type DropReason = keyof typeof DROPS;

/** Counts by code; adds in place, so keep it where it was made. */
export class DamageCounts {
  private readonly counts = new Map<DamageCode, number>();
  private readonly turnCounts = new Map<DamageCode, number>();

  codes(): readonly DamageCode[] {
    return [...this.counts.keys()];
  }

  add(code: DamageCode, count = 1): void {
    if (count > 0) this.counts.set(code, (this.counts.get(code) ?? 0) + count);
  }

  addAll(codes: readonly DamageCode[]): void {
    for (const code of codes) this.add(code);
  }

  /** A turn with all that is wrong in it: counted once a code, however often it is there. */
  addTurn(codes: readonly DamageCode[]): void {
    for (const code of new Set(codes)) this.turnCounts.set(code, (this.turnCounts.get(code) ?? 0) + 1);
  }

  merge(other: DamageCounts): void {
    for (const [code, count] of other.counts) this.add(code, count);
    for (const [code, count] of other.turnCounts) this.turnCounts.set(code, (this.turnCounts.get(code) ?? 0) + count);
  }

  /** Sorted by code. */
  toRecord(): Readonly<Record<string, number>> {
    return byCode(this.counts);
  }

  /** Turns that have it, by code. */
  turns(): Readonly<Record<string, number>> {
    return byCode(this.turnCounts);
  }
}

const byCode = (counts: ReadonlyMap<DamageCode, number>): Readonly<Record<string, number>> =>
  Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));

export function countCodes(codes: readonly DamageCode[]): Readonly<Record<string, number>> {
  const counts = new DamageCounts();
  counts.addAll(codes);
  return counts.toRecord();
}

export function sumDamage(records: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const record of records)
    for (const [code, count] of Object.entries(record)) sums.set(code, (sums.get(code) ?? 0) + count);
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}
