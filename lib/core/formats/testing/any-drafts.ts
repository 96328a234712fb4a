import fc from 'fast-check';
import { DEFAULT_READING, type ReadingChoice } from '../../recipe.ts';
import type { DamageCode } from '../damage.ts';
import { type Draft, text } from '../draft.ts';
import { DAMAGE_POLICIES, TRIM_CALL_POLICIES, TRIM_POLICIES } from '../policies.ts';

const draft = (role: Draft['role'], more: Partial<Draft> = {}): Draft => ({
  role,
  content: [text(`${role} text`)],
  end: 'done',
  kept: false,
  damage: [],
  line: 0,
  timeMs: undefined,
  tags: [],
  ...more,
});
export const user = (value = 'question', more: Partial<Draft> = {}) =>
  draft('user', { content: [text(value)], ...more });
export const answer = (more: Partial<Draft> = {}) => draft('assistant', { content: [text('answer')], ...more });
export const call = (...ids: string[]) =>
  draft('assistant', { content: [], toolCalls: ids.map((id) => ({ id, name: 'exec', arguments: {} })) });
export const result = (id: string, value = `result ${id}`) => draft('tool', { toolCallId: id, content: [text(value)] });

const id = fc.constantFrom('a', 'b', 'a_2');
const trim = (target: string, compacted: boolean): Draft => ({
  ...call('t'),
  toolCalls: [
    {
      id: 't',
      name: 'dynamic-trim',
      arguments: { tool_call_id: target, ...(compacted ? { _self_compacted: true } : { replacement: 'x' }) },
    },
  ],
});
const whole = fc.oneof(
  fc.constant(user()),
  fc.constantFrom<Draft['end']>('done', 'failed', 'aborted', 'cut').map((end) => answer({ end })),
  fc.constant(answer({ content: [] })),
  fc.array(id, { minLength: 1, maxLength: 3 }).map((ids) => call(...ids)),
  id.map((value) => result(value)),
  id.map((value) => ({ ...result(value), content: [text('[trimmed by self] short')], trimmed: 'short' })),
  fc.tuple(id, fc.boolean()).map(([target, compacted]) => trim(target, compacted)),
  fc.constant(result('t')),
  fc.constantFrom(user(), answer(), call('a'), result('a')).map((message) => ({ ...message, kept: true })),
);
const MESSAGE_DAMAGE = [
  'bad_arguments',
  'truncated_value',
  'malformed_json',
  'cut_text',
  'size_limit',
  'object_text',
  'hidden_reasoning',
] as const satisfies readonly DamageCode[];

/** A conversation as a file can hold it: broken in any way. */
export const anyDrafts: fc.Arbitrary<readonly Draft[]> = fc.array(
  fc
    .tuple(
      whole,
      fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.subarray([...MESSAGE_DAMAGE], { maxLength: 2 })),
    )
    .map(([message, damage]) => Object.freeze({ ...message, damage })),
  { maxLength: 25 },
);

/** Any reading that a recipe can ask for. */
export const anyReading: fc.Arbitrary<ReadingChoice> = fc.record({
  mode: fc.constant(DEFAULT_READING.mode),
  policies: fc.record(
    Object.fromEntries(
      Object.entries(DAMAGE_POLICIES).map(([code, { choices }]) => [code, fc.constantFrom(...choices)]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<ReadingChoice['policies']>,
  trims: fc.constantFrom(...(Object.keys(TRIM_POLICIES) as (keyof typeof TRIM_POLICIES)[])),
  summaries: fc.boolean(),
  trimCalls: fc.constantFrom(...(Object.keys(TRIM_CALL_POLICIES) as (keyof typeof TRIM_CALL_POLICIES)[])),
});
