import { expect, test } from 'vitest';
import { ModelError } from './model-error.ts';
import { planTasks } from './plan.ts';
import { createPlayRecord } from './play-record.ts';
import type { Verdict } from './sample.ts';

const [task] = planTasks({ families: ['inspect'], languages: ['en'], count: 1, seed: 1 });
if (!task) throw new Error('nothing to play');

const verdict = (change: Partial<Verdict>): Verdict => ({
  number: 1,
  task: { family: 'inspect', origin: 'synthetic' },
  scenario: 'inspect/x',
  language: 'en',
  attempt: 1,
  kept: false,
  failed: [],
  reworded: 'no',
  messages: [{ role: 'user', content: [{ type: 'text', text: 'hi' }], weight: 0 }],
  episode: null,
  ...change,
});

function record() {
  const made = createPlayRecord();
  const note = (number: number, change: Partial<Verdict>) => {
    const begun = made.note({
      type: 'try',
      number,
      task: task as NonNullable<typeof task>,
      attempt: change.attempt ?? 1,
    });
    const ended = made.note({ type: 'verdict', verdict: verdict({ number, ...change }) });
    return { begun, ended };
  };
  return { made, note };
}

test('tries are counted by family: begun, judged, kept, and what failed', () => {
  const { note } = record();
  note(1, { failed: [{ name: 'a', ok: false }] });
  note(2, {
    attempt: 2,
    failed: [
      { name: 'a', ok: false },
      { name: 'b', ok: false },
    ],
  });
  note(3, { attempt: 3, failure: new ModelError('stalled') });
  const { ended } = note(4, { kept: true });
  expect(ended).toMatchObject({
    tallies: [
      { family: 'inspect', origin: 'synthetic', begun: 2, kept: 1, tries: 4, unjudged: 1, failures: { a: 2, b: 1 } },
    ],
  });
});

test('tries of a second run are told from those of the first', () => {
  const { note, made } = record();
  note(1, {});
  note(2, {});
  const { begun, ended } = note(1, { messages: [] });
  expect([begun, ended]).toMatchObject([{ number: 3 }, { row: { number: 3 } }]);
  expect(made.transcript(1)).toHaveLength(1);
  expect(made.transcript(3)).toEqual([]);
});

test('of thousands of rejected tries the newest stay readable, and every kept one', () => {
  const { note, made } = record();
  note(1, { kept: true });
  for (let number = 2; number < 1000; number++) note(number, {});
  expect(made.transcript(1)).toHaveLength(1);
  expect(made.transcript(2)).toBeUndefined();
  expect(made.transcript(999)).toHaveLength(1);
});
