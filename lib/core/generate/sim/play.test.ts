import { expect, test } from 'vitest';
import { createRandom } from '../../text/random.ts';
import { calls, exec, together, use } from './acts.ts';
import { play } from './play.ts';
import type { Policy } from './policy.ts';
import { createWorld } from './world.ts';

async function run(policy: Policy, { slips = 0, seed = 3 } = {}) {
  const world = await createWorld(
    { user: 'sam', project: 'lab', files: [['data/a.txt', '1\n2\n']] },
    createRandom(1, 'world'),
  );
  const random = createRandom(seed, 'play');
  const stage = {
    world,
    offered: ['exec', 'read'],
    random,
    hand: { random, say: () => '' },
    aside: () => 'Looking.',
    slips,
  };
  return play(stage, [{ text: 'go', policy }]);
}

test('calls get results with their ids, in any order', async () => {
  const { messages } = await run(function* () {
    const seen = yield* together([calls.exec('wc -l < data/a.txt'), calls.read('data/a.txt')]);
    return seen.map(({ tool }) => tool).join();
  });
  const called = messages.flatMap(({ toolCalls = [] }) => toolCalls.map(({ id }) => id));
  const answered = messages.flatMap(({ toolCallId }) => toolCallId ?? []);
  expect([...answered].sort()).toEqual([...called].sort());
  expect(messages.at(-1)?.content).toEqual([{ type: 'text', text: 'exec,read' }]);
});

test('a call that breaks its schema or was not offered is noted', async () => {
  const { violations } = await run(function* () {
    yield* use('read', {});
    yield* use('message', { action: 'read', target: 'x' });
    return 'done';
  });
  expect(violations).toEqual(['read: $ lacks path', 'message is not offered']);
});

test('a mistyped path is executed, shown and not learnt from', async () => {
  const cat: Policy = function* () {
    return (yield* exec('cat data/a.txt')).text;
  };
  const runs = await Promise.all([1, 2, 3, 4].map((seed) => run(cat, { slips: 1, seed })));
  const [{ messages, calls: made } = { messages: [], calls: [] }] = runs.filter(({ calls: all }) => all.length === 2);
  expect(made[0]?.text).toContain('No such file');
  expect(messages.filter(({ role }) => role === 'assistant').map(({ weight }) => weight)).toEqual([0, 1, 1]);
  expect(messages.at(-1)?.content).toEqual([{ type: 'text', text: '1\n2' }]);
});
