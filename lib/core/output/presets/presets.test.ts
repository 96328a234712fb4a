import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyEpisode, assistant, call, episode, listEpisode, result, system, user } from '../../testing/episodes.ts';
import { createHashes } from '../../text/hash.ts';
import type { Episode } from '../../types.ts';
import { looksLikeTrace } from '../check-row.ts';
import { type Row, renderContent, renderRow, rowId } from '../row.ts';
import type { Preset } from './preset.ts';
import { PRESETS, presetById } from './presets.ts';

const hashes = await createHashes();

const rowOf = (of: Episode): Row =>
  renderRow(of, { id: rowId(renderContent(of), hashes), sessionId: 's', groupId: 'g', provenance: {}, redactions: {} });

const preset = (id: string): Preset => presetById(id) as Preset;

// biome-ignore lint/suspicious/noExplicitAny: the shapes belong to the trainers
function shapeOf(id: string, of: Episode): any {
  const made = preset(id).row(rowOf(of));
  if ('drop' in made) throw new Error(`dropped: ${made.drop}`);
  return made.value;
}

const dropOf = (id: string, row: Row): string | null => {
  const made = preset(id).row(row);
  return 'drop' in made ? made.drop : null;
};

const lossesOf = (id: string, of: Episode) =>
  preset(id)
    .losses.filter((loss) => loss.occurs(rowOf(of)))
    .map(({ code }) => code);

const T = rowOf(listEpisode).tools;
const LIST = JSON.parse(T);

const parallel = episode({
  messages: [
    user('Compare.'),
    assistant('I read both.', { toolCalls: [call('a', 'read', { path: 'x' }), call('b', 'read', { path: 'y' })] }),
    result('b', 'two'),
    result('a', 'one'),
    assistant('They differ.', { weight: 0 }),
    user('How?'),
    assistant('One is one.', { reasoning: 'Hm.' }),
  ],
  tools: listEpisode.tools,
});

describe('presets', () => {
  test('are told apart by id, and each names its files and its configuration', () => {
    expect(new Set(PRESETS.map(({ id }) => id)).size).toBe(PRESETS.length);
    expect(PRESETS.map(({ id }) => id)).toEqual([
      'trl-sft',
      'trl-prompt-completion',
      'axolotl',
      'llama-factory',
      'ms-swift',
      'mlx',
      'openai',
      'together',
      'mistral',
      'nemo-automodel',
      'nemo-rl',
      'trl-dpo',
      'trl-kto',
    ]);
    for (const { id, config } of PRESETS) {
      const paths = { train: [`presets/${id}/train.jsonl`], validation: [`presets/${id}/validation.jsonl`] };
      expect(config(paths).text).toMatch(/\n$/);
      expect(config({}).file).toBe(config(paths).file);
      expect(config({}).text).not.toContain('undefined');
    }
  });

  test('trl-sft gives templates objects and leaves out keys that do not apply', () => {
    expect(shapeOf('trl-sft', listEpisode)).toEqual({
      messages: [
        { role: 'system', content: 'You are a helpful assistant.' },
        { role: 'user', content: 'What is on my list?' },
        {
          role: 'assistant',
          content: '',
          reasoning_content: 'The list is in notes.',
          tool_calls: [
            { id: 'call_1', type: 'function', function: { name: 'read', arguments: { path: 'notes/list.md' } } },
          ],
        },
        { role: 'tool', content: '- tea', name: 'read', tool_call_id: 'call_1' },
        { role: 'assistant', content: 'One item: tea.' },
      ],
      tools: T,
    });
    expect(shapeOf('trl-sft', episode())).toEqual({
      messages: [
        { role: 'user', content: 'What is on my list?' },
        { role: 'assistant', content: 'One item: tea.' },
      ],
    });
  });

  test('trl-prompt-completion trains the last trained message, and no tool result', () => {
    const { prompt, completion } = shapeOf('trl-prompt-completion', listEpisode);
    expect(prompt).toHaveLength(4);
    expect(completion).toEqual([{ role: 'assistant', content: 'One item: tea.' }]);
    const masked = episode({ messages: [...listEpisode.messages.slice(0, 4), assistant('Cut.', { weight: 0 })] });
    expect(shapeOf('trl-prompt-completion', masked).completion[0].tool_calls).toHaveLength(1);
  });

  test('axolotl marks every message and keeps arguments as text', () => {
    const { messages } = shapeOf('axolotl', parallel);
    expect(messages.map(({ train }: { train: boolean }) => train)).toEqual([
      false,
      true,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(messages[1].tool_calls[0].function.arguments).toBe('{"path":"x"}');
  });

  test('llama-factory is the published example', () => {
    expect(shapeOf('llama-factory', listEpisode)).toEqual({
      conversations: [
        { from: 'human', value: 'What is on my list?' },
        {
          from: 'function_call',
          value: '<think>\nThe list is in notes.\n</think>\n\n[{"name":"read","arguments":{"path":"notes/list.md"}}]',
        },
        { from: 'observation', value: '- tea' },
        { from: 'gpt', value: 'One item: tea.' },
      ],
      system: 'You are a helpful assistant.',
      tools: T,
    });
    expect(shapeOf('llama-factory', episode())).toMatchObject({ system: '', tools: '' });
  });

  test('llama-factory joins results in the order of their calls and tells what it cannot carry', () => {
    expect(shapeOf('llama-factory', parallel).conversations[2]).toEqual({ from: 'observation', value: 'one\ntwo' });
    expect(lossesOf('llama-factory', parallel)).toEqual(['text_beside_call', 'weights']);
  });

  test('llama-factory joins neighbours of one side and drops what does not alternate', () => {
    const twice = episode({ messages: [user('A'), user('B'), assistant('C'), assistant('D')] });
    expect(shapeOf('llama-factory', twice).conversations).toEqual([
      { from: 'human', value: 'A\n\nB' },
      { from: 'gpt', value: 'C\n\nD' },
    ]);
    const cut = episode({
      messages: [
        user('A'),
        assistant('', { toolCalls: [call('a', 'read', {})] }),
        result('a', 'x'),
        user('B'),
        assistant('C'),
      ],
    });
    expect(dropOf('llama-factory', rowOf(cut))).toBe('alternation');
  });

  test('every llama-factory row passes the alternation check of its converter', () => {
    const odd = ['human', 'observation'];
    const even = ['gpt', 'function_call'];
    fc.assert(
      fc.property(anyEpisode, (of) => {
        const made = preset('llama-factory').row(rowOf(of));
        if ('drop' in made) return;
        const { conversations, tools } = made.value as { conversations: { from: string }[]; tools: string };
        conversations.forEach(({ from }, index) => {
          expect(index % 2 === 0 ? odd : even).toContain(from);
        });
        expect(conversations.length % 2).toBe(0);
        expect(tools === '' || Array.isArray(JSON.parse(tools))).toBe(true);
      }),
    );
  });

  test('ms-swift writes one turn for each call, results in the order of the calls', () => {
    expect(shapeOf('ms-swift', parallel)).toEqual({
      tools: T,
      messages: [
        { role: 'user', content: 'Compare.' },
        { role: 'assistant', content: 'I read both.', loss: true },
        { role: 'tool_call', content: '{"name":"read","arguments":{"path":"x"}}', loss: true },
        { role: 'tool_call', content: '{"name":"read","arguments":{"path":"y"}}', loss: true },
        { role: 'tool_response', content: 'one' },
        { role: 'tool_response', content: 'two' },
        { role: 'assistant', content: 'They differ.', loss: false },
        { role: 'user', content: 'How?' },
        { role: 'assistant', content: '<think>\nHm.\n</think>\n\nOne is one.', loss: true },
      ],
    });
  });

  test('mlx and nemo-rl take tools as a list, and arguments as objects', () => {
    for (const id of ['mlx', 'nemo-rl']) {
      const value = shapeOf(id, listEpisode);
      expect(value.tools).toEqual(LIST);
      expect(value.messages[2].tool_calls[0].function.arguments).toEqual({ path: 'notes/list.md' });
    }
    expect(preset('mlx').files).toEqual({ train: 'train.jsonl', validation: 'valid.jsonl' });
    expect(shapeOf('nemo-automodel', listEpisode).messages[2].tool_calls[0].function.arguments).toBe(
      '{"path":"notes/list.md"}',
    );
  });

  test('openai has the keys that the service knows and no others', () => {
    expect(shapeOf('openai', listEpisode)).toEqual({
      messages: [
        { role: 'system', content: 'You are a helpful assistant.' },
        { role: 'user', content: 'What is on my list?' },
        {
          role: 'assistant',
          tool_calls: [
            { id: 'call_1', type: 'function', function: { name: 'read', arguments: '{"path":"notes/list.md"}' } },
          ],
          weight: 1,
        },
        { role: 'tool', content: '- tea', tool_call_id: 'call_1' },
        { role: 'assistant', content: 'One item: tea.', weight: 1 },
      ],
      tools: LIST,
      parallel_tool_calls: false,
    });
    expect(shapeOf('openai', episode())).not.toHaveProperty('parallel_tool_calls');
    expect(lossesOf('openai', listEpisode)).toEqual(['reasoning', 'result_names']);
  });

  test('openai rewrites names that the service refuses, definitions and calls alike, and never joins two', () => {
    const of = episode({
      messages: [
        user('Go'),
        assistant('', { toolCalls: [call('a', 'mcp.read', {}), call('b', 'mcp:read', {})] }),
        result('a', 'x'),
        result('b', 'y'),
        assistant('Done'),
      ],
      tools: ['mcp.read', 'mcp:read'].map((name) => ({ name, description: '', parameters: {} })),
    });
    const value = shapeOf('openai', of);
    const names = value.tools.map((tool: { function: { name: string } }) => tool.function.name);
    expect(names).toEqual(['mcp_read', 'mcp_read_2']);
    expect(value.messages[1].tool_calls.map((made: { function: { name: string } }) => made.function.name)).toEqual(
      names,
    );
    expect(lossesOf('openai', of)).toContain('tool_names');
  });

  test('together has neither weights nor the parallel flag', () => {
    const text = JSON.stringify(shapeOf('together', parallel));
    expect(text).not.toContain('weight');
    expect(text).not.toContain('parallel_tool_calls');
  });

  test('mistral has ids of nine letters and digits, and pairs stay pairs', () => {
    const { messages } = shapeOf('mistral', parallel);
    const ids = messages[1].tool_calls.map(({ id }: { id: string }) => id);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9]{9}$/);
    expect(new Set(ids).size).toBe(2);
    expect([messages[2].tool_call_id, messages[3].tool_call_id]).toEqual([ids[1], ids[0]]);
  });

  test.each(PRESETS.filter(({ pair }) => !pair).map(({ id }) => id))('%s drops rows that are broken, by code', (id) => {
    const row = rowOf(listEpisode);
    const [first, asked, called, answered, said] = row.messages as [never, never, Row['messages'][0], never, never];
    const broken = {
      ...called,
      tool_calls: [{ id: 'call_1', type: 'function' as const, function: { name: 'x', arguments: '[]' } }],
    };
    expect(dropOf(id, { ...row, messages: [first, asked, called, said] })).toBe('unpaired_result');
    expect(dropOf(id, { ...row, messages: [first, asked, answered, said] })).toBe('unpaired_result');
    expect(dropOf(id, { ...row, messages: [first, asked, broken, answered, said] })).toBe('args_not_object');
    expect(dropOf(id, rowOf(episode({ messages: [user('A'), assistant('B', { weight: 0 })] })))).toBe('no_assistant');
  });

  test.each(PRESETS.map(({ id }) => id))(
    '%s writes no null of ours, no empty key, and nothing that loaders take for a trace',
    (id) => {
      fc.assert(
        fc.property(anyEpisode, (of) => {
          const row = rowOf(of);
          const before = JSON.stringify(row);
          const made = preset(id).row(row);
          expect(JSON.stringify(row)).toBe(before);
          if ('drop' in made) return;
          expect(looksLikeTrace(made.value)).toBe(false);
          const messages = (made.value as { messages?: object[] }).messages ?? [];
          for (const message of messages)
            for (const [key, value] of Object.entries(message)) {
              expect(value).not.toBeNull();
              if (key !== 'content') expect(value).not.toBe('');
              expect(value).not.toEqual([]);
            }
        }),
        { numRuns: 40 },
      );
    },
  );

  test('take a system prompt that is not there for none', () => {
    const with_ = episode({ messages: [system('Be brief.'), user('A?'), assistant('B.')] });
    expect(shapeOf('ms-swift', with_).messages[0]).toEqual({ role: 'system', content: 'Be brief.' });
    expect(shapeOf('ms-swift', episode()).messages[0].role).toBe('user');
  });
});
