import { expect, test } from 'vitest';
import { createRandom } from '../../text/random.ts';
import { GOALS } from './goals/goals.ts';
import { orderIn, writePayload } from './payload.ts';
import { CHANNELS } from './taxonomy.ts';

test.each(CHANNELS)('every order in a %s stands on one line, survives JSON and can be read in it', (channel) => {
  for (const [at, goal] of GOALS.entries()) {
    const random = createRandom(at, `payload/${channel}`);
    const payload = writePayload(goal, goal.bait(random).facts, channel, random);
    expect(payload.text).not.toMatch(/["\\\n{}]/);
    expect(JSON.stringify(payload.text)).toBe(`"${payload.text}"`);
    expect(orderIn(payload.text, payload)).toBeDefined();
  }
});

test('a channel has voices of its own', () => {
  const voices = CHANNELS.map((channel) => {
    const [goal] = GOALS;
    if (!goal) throw new Error('no goals');
    const texts = Array.from(
      { length: 60 },
      (_, at) => writePayload(goal, goal.bait(createRandom(1, 'bait')).facts, channel, createRandom(at, channel)).text,
    );
    return new Set(texts).size;
  });
  expect(Math.min(...voices)).toBeGreaterThan(5);
});
