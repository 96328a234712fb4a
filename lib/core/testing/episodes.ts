import fc from 'fast-check';
import type { Episode, JsonObject, JsonValue, Message } from '../types.ts';

const text = (value: string) => [{ type: 'text', text: value }] as const;

export const system = (value: string): Message => ({ role: 'system', content: text(value), weight: 0 });
export const user = (value: string): Message => ({ role: 'user', content: text(value), weight: 0 });
export const assistant = (value: string, more: Partial<Message> = {}): Message => ({
  role: 'assistant',
  content: value === '' ? [] : text(value),
  weight: 1,
  ...more,
});
export const call = (id: string, name: string, args: JsonObject) => ({ id, name, arguments: args });
export const result = (toolCallId: string, value: string, more: Partial<Message> = {}): Message => ({
  role: 'tool',
  content: text(value),
  toolCallId,
  name: 'read',
  weight: 0,
  ...more,
});

export function episode(more: Partial<Episode> = {}): Episode {
  const id = more.id ?? 'session-1/1';
  return {
    id,
    origin: 'real',
    harness: 'openclaw',
    sessionId: id,
    groupKey: more.sessionId ?? id,
    kind: 'task',
    title: 'A title',
    outcome: 'success',
    tags: [],
    messages: [user('What is on my list?'), assistant('One item: tea.')],
    tools: [],
    damage: {},
    provenance: { path: 'sessions/one.jsonl', line: 1, parser: 'openclaw-session/3' },
    ...more,
  };
}

/** The example of outputs.md section 2. */
export const listEpisode: Episode = episode({
  messages: [
    system('You are a helpful assistant.'),
    user('What is on my list?'),
    assistant('', {
      reasoning: 'The list is in notes.',
      toolCalls: [call('call_1', 'read', { path: 'notes/list.md' })],
    }),
    result('call_1', '- tea'),
    assistant('One item: tea.'),
  ],
  tools: [
    {
      name: 'read',
      description: 'Read a text file.',
      parameters: { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] },
    },
  ],
  tags: ['files'],
  provenance: { path: 'sessions/one.jsonl', line: 12, parser: 'openclaw-session/3', createdMs: 1767225600000 },
});

const word = fc.constantFrom(...'tea list note file open read the a b is of on для 列 表 を 😀 café'.split(' '));
const prose = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
/** Any text: lone surrogates and control characters included. */
const anyText = fc.oneof(prose, fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ maxLength: 20 }));

const argumentsOf: fc.Arbitrary<JsonObject> = fc
  .dictionary(fc.oneof(fc.string({ maxLength: 8 }), fc.constant('__proto__')), fc.jsonValue({ maxDepth: 3 }), {
    maxKeys: 4,
  })
  .map((value) => JSON.parse(JSON.stringify(value)) as JsonObject);

const step = fc
  .record({
    said: anyText,
    reasoning: fc.option(anyText, { nil: undefined }),
    weight: fc.constantFrom<0 | 1>(0, 1),
    calls: fc.array(fc.record({ name: fc.constantFrom('read', 'exec'), args: argumentsOf, answer: anyText }), {
      maxLength: 3,
    }),
  })
  .map(({ said, reasoning, weight, calls }) => (turn: number): Message[] => [
    assistant(said, {
      weight,
      ...(reasoning ? { reasoning } : {}),
      ...(calls.length > 0
        ? {
            toolCalls: calls.map(({ name, args }, at) =>
              call(`call_${turn}_${at}`, name, args as Record<string, JsonValue>),
            ),
          }
        : {}),
    }),
    ...calls.map(({ name, answer }, at) => result(`call_${turn}_${at}`, answer, { name, isError: at % 2 === 1 })),
  ]);

const conversation = fc
  .array(fc.record({ asked: anyText, steps: fc.array(step, { maxLength: 3 }), final: prose }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((turns) =>
    turns.flatMap(({ asked, steps, final }, turn) => [
      user(asked),
      ...steps.flatMap((make, at) => make(turn * 10 + at)),
      assistant(`So: ${final}`),
    ]),
  );

/** Well-formed episodes as readers make them; ids are unique within an array made by `episodes`. */
export const anyEpisode: fc.Arbitrary<Episode> = fc
  .record({
    origin: fc.constantFrom('real', 'synthetic', 'adversarial'),
    outcome: fc.constantFrom('success', 'failure', 'unknown'),
    kind: fc.constantFrom('task', 'task', 'task', 'compact-summary'),
    tags: fc.uniqueArray(fc.constantFrom('files', 'web', 'lang:en'), { maxLength: 2 }),
    session: fc.integer({ min: 1, max: 4 }),
    prompt: fc.option(anyText, { nil: undefined }),
    messages: conversation,
  })
  .map(({ origin, outcome, kind, tags, session, prompt, messages }) =>
    episode({
      origin,
      outcome,
      kind,
      tags,
      sessionId: `session-${session}`,
      groupKey: `family-${session % 3}`,
      messages: prompt === undefined ? messages : [system(prompt), ...messages],
      provenance: { path: `sessions/${session}.jsonl`, line: 1, parser: 'openclaw-session/3' },
    }),
  );

export const episodes = (maxLength: number): fc.Arbitrary<Episode[]> =>
  fc
    .array(fc.oneof({ weight: 3, arbitrary: anyEpisode }, { weight: 1, arbitrary: fc.constant(listEpisode) }), {
      maxLength,
    })
    .map((list) => list.map((item, index) => ({ ...item, id: `${item.sessionId}/${index}` })));
