import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../types.ts';
import { jsonl, readFile, shape } from './testing/read-file.ts';

describe('ATIF', () => {
  const trajectory = {
    schema_version: 'ATIF-v1.5',
    session_id: 'at-1',
    agent: {
      name: 'harbor-agent',
      version: '1',
      model_name: 'm',
      tool_definitions: [{ type: 'function', function: { name: 'run', parameters: { type: 'object' } } }],
    },
    steps: [
      { step_id: 1, source: 'system', message: 'Be brief.' },
      { step_id: 2, source: 'user', message: 'Go.', is_copied_context: true },
      { step_id: 3, source: 'agent', message: 'Old.', is_copied_context: true },
      { step_id: 4, source: 'user', message: 'Count.' },
      {
        ...{ step_id: 5, source: 'agent', message: '', reasoning_content: 'wc', timestamp: '2026-03-01T10:00:00Z' },
        tool_calls: [{ tool_call_id: 'k', function_name: 'run', arguments: { cmd: 'wc' } }],
        observation: { results: [{ source_call_id: 'k', content: '3' }] },
      },
      { step_id: 6, source: 'agent', message: 'Three.' },
    ],
    final_metrics: {},
  };

  test('one object over several lines; copied steps are context', async () => {
    const { episodes, kinds } = await readFile('trajectory.json', JSON.stringify(trajectory, null, 2));
    expect(kinds).toEqual(['atif']);
    expect(shape(episodes[0]?.messages)).toBe('system0 user0 assistant0 user0 assistant1 tool0 assistant1');
    expect(episodes[0]).toMatchObject({
      harness: 'harbor-agent',
      sessionId: 'at-1',
      tools: [{ name: 'run' }],
      provenance: { parser: 'atif/1.5' },
    });
  });

  test('as lines', async () => {
    expect(
      (await readFile('t.jsonl', jsonl([trajectory, { ...trajectory, session_id: 'at-2' }]))).episodes,
    ).toHaveLength(2);
  });

  const agent = { name: 'terminal-agent', version: '1', model_name: 'm' };
  const steps = (...list: JsonObject[]) => ({ schema_version: 'ATIF-v1.7', trajectory_id: 'tr-1', agent, steps: list });

  test('an agent that acts in its text is told what came of it', async () => {
    const { episodes } = await readFile(
      'trajectory.json',
      JSON.stringify(
        steps(
          { source: 'user', message: 'Count.' },
          { source: 'agent', message: 'wc -l', observation: { results: [{ content: '3 lines' }] } },
          { source: 'agent', message: 'Three.' },
        ),
      ),
    );
    expect(shape(episodes[0]?.messages)).toBe('user0 assistant1 user0 assistant1');
    expect(JSON.stringify(episodes[0]?.messages[2])).toContain('3 lines');
    expect(episodes[0]?.sessionId).toBe('tr-1');
  });

  test('what a system says in between is no part of the prompt', async () => {
    const { episodes } = await readFile(
      'trajectory.json',
      JSON.stringify(
        steps(
          { source: 'system', message: 'Be brief.' },
          { source: 'user', message: 'Go.' },
          { source: 'agent', message: 'Went.' },
          { source: 'system', message: 'Context was shortened.' },
          { source: 'agent', message: 'Going on.' },
        ),
      ),
    );
    expect(shape(episodes[0]?.messages)).toBe('system0 user0 assistant1 user0 assistant1');
    expect(episodes[0]?.messages[0]?.content).toEqual([{ type: 'text', text: 'Be brief.' }]);
  });

  test('steps that no model was asked for are context; parts of a message and pictures are read', async () => {
    const { episodes } = await readFile(
      'trajectory.json',
      JSON.stringify(
        steps(
          {
            source: 'user',
            message: [
              { type: 'text', text: 'Look.' },
              { type: 'image', source: { media_type: 'image/png', path: 'a.png' } },
            ],
          },
          { source: 'agent', message: 'Automatic.', llm_call_count: 0 },
          { source: 'agent', message: [{ type: 'text', text: 'Seen.' }], llm_call_count: 1 },
        ),
      ),
    );
    expect(shape(episodes[0]?.messages)).toBe('user0 assistant0 assistant1');
    expect(episodes[0]?.messages[0]?.content).toMatchObject([
      { text: 'Look.' },
      { type: 'image', mimeType: 'image/png' },
    ]);
  });
});
