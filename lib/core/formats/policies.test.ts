import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecipe } from '../read-recipe.ts';
import { DEFAULT_READING, type ReadingChoice } from '../recipe.ts';
import type { Episode } from '../types.ts';
import { DAMAGE, DamageCounts } from './damage.ts';
import type { Draft } from './draft.ts';
import { NO_ORIGINALS, undoTrims } from './dynamic-trim.ts';
import { DAMAGE_POLICIES, severest } from './policies.ts';
import { answer, anyDrafts, anyReading, call, result, user } from './testing/any-drafts.ts';
import { episodesOf, file, fixtureFiles, readDrop } from './testing/drops.ts';
import { expectWellFormed } from './testing/well-formed-checks.ts';
import { wellFormed } from './well-formed.ts';

const reading = (policies: ReadingChoice['policies'], more: Partial<ReadingChoice> = {}): ReadingChoice => ({
  ...DEFAULT_READING,
  policies,
  ...more,
});

function run(drafts: readonly Draft[], choice: ReadingChoice) {
  const damage = new DamageCounts();
  const undone = undoTrims(drafts, NO_ORIGINALS, choice, damage);
  const conversation = wellFormed(undone, { continues: false, reading: choice }, damage);
  const shape = conversation.messages.map(({ role, weight }) => role.slice(0, 1) + weight).join(' ');
  return { ...conversation, shape, damage: damage.toRecord() };
}

test('what is usual is offered, and every code has a sentence', () => {
  for (const [code, { usual, choices }] of Object.entries(DAMAGE_POLICIES)) {
    expect(choices).toContain(usual);
    expect(DAMAGE).toHaveProperty(code);
  }
});

test('under every choice, whatever comes in, what goes out is well-formed', () => {
  fc.assert(
    fc.property(anyDrafts, anyReading, (drafts, choice) => {
      const { messages } = run(drafts, choice);
      if (messages.some(({ weight }) => weight === 1)) expectWellFormed({ messages } as unknown as Episode);
      else if (messages.length > 0) expect(messages.at(-1)?.role).toBe('assistant');
      expect(JSON.stringify(messages)).not.toContain('_self_compacted');
    }),
    { numRuns: 1500 },
  );
});

test('no message that a choice bars is trained on, and no turn that it leaves out stays', () => {
  fc.assert(
    fc.property(anyDrafts, anyReading, (drafts, choice) => {
      const { drafts: left, messages, refused } = run(drafts, choice);
      if (refused === 'episode') return;
      const policies = left.map(({ damage }) => severest(damage, choice.policies));
      expect(policies).not.toContain('drop_turn');
      expect(policies).not.toContain('drop_episode');
      const trained = messages.filter(({ weight }) => weight === 1).length;
      const mayTrain = left.filter(
        (draft) => draft.role === 'assistant' && !draft.kept && severest(draft.damage, choice.policies) === 'keep',
      ).length;
      expect(trained).toBeLessThanOrEqual(mayTrain);
    }),
    { numRuns: 1000 },
  );
});

describe('of damage in messages', () => {
  const damaged = () => [user(), answer({ damage: ['cut_text'] }), user(), answer()];
  test.each([
    ['keep', 'u0 a1 u0 a1', 'nothing'],
    ['mask', 'u0 a0 u0 a1', 'nothing'],
    ['drop_turn', 'u0 a1', 'turns'],
    ['drop_episode', 'u0 a0 u0 a1', 'episode'],
  ] as const)('%s', (policy, shape, refused) => {
    expect(run(damaged(), reading({ cut_text: policy }))).toMatchObject({ shape, refused });
  });

  test('a turn left out by choice is counted', () => {
    expect(run(damaged(), reading({ cut_text: 'drop_turn' })).damage).toEqual({ cut_text: 1, damaged_turn: 1 });
  });

  test('a damaged result leaves its turn out, where asked', () => {
    const drafts = [user(), call('a'), { ...result('a'), damage: ['cut_text'] as const }, answer(), user(), answer()];
    expect(run(drafts, DEFAULT_READING).shape).toBe('u0 a1 t0 a1 u0 a1');
    expect(run(drafts, reading({ cut_text: 'drop_turn' })).shape).toBe('u0 a1');
  });

  test('the severest of several decides', () => {
    const both = [user(), answer({ damage: ['cut_text', 'malformed_json'] }), user(), answer()];
    expect(run(both, reading({ cut_text: 'keep', malformed_json: 'drop_turn' })).shape).toBe('u0 a1');
  });
});

describe('of damage to a turn', () => {
  test('a cut answer can be trained on', () => {
    expect(run([user(), answer({ end: 'cut' })], reading({ cut_answer: 'keep' })).shape).toBe('u0 a1');
    expect(run([user(), answer({ end: 'cut' }), user(), answer()], reading({ cut_answer: 'drop_turn' })).shape).toBe(
      'u0 a1',
    );
  });
  test('a stopped answer can stay as context', () => {
    const drafts = [user(), call('a'), result('a'), answer({ end: 'aborted' }), user(), answer()];
    expect(run(drafts, DEFAULT_READING).shape).toBe('u0 a1');
    expect(run(drafts, reading({ aborted_turn: 'mask' })).shape).toBe('u0 a1 t0 a0 u0 a1');
  });
  test('an orphan, a failed try and a second result can leave their turn out', () => {
    const orphan = [user(), call('a'), result('a'), result('z'), answer(), user(), answer()];
    expect(run(orphan, reading({ orphan_result: 'drop_turn' })).shape).toBe('u0 a1');
    const tries = [user(), answer({ end: 'failed' }), answer(), user(), answer()];
    expect(run(tries, reading({ failed_attempt: 'drop_turn' })).shape).toBe('u0 a1');
    const twice = [user(), call('a'), result('a'), result('a'), answer(), user(), answer()];
    expect(run(twice, reading({ duplicate_result: 'drop_turn' })).shape).toBe('u0 a1');
  });
  test.each(['failed', 'aborted'] as const)('a %s turn can leave the episode out', (end) => {
    const drafts = [user(), answer(), user(), answer({ end })];
    expect(run(drafts, DEFAULT_READING).refused).toBe('nothing');
    expect(run(drafts, reading({ [`${end}_turn`]: 'drop_episode' })).refused).toBe('episode');
    const unanswered = [user(), answer(), user()];
    expect(run(unanswered, reading({ unanswered_turn: 'drop_episode' })).refused).toBe('episode');
  });
});

describe('over files', () => {
  const read = async (choice: ReadingChoice, ...paths: string[]) =>
    (await readDrop(fixtureFiles(...paths), {}, choice)).parsed;

  test('an episode left out by choice is a named loss', async () => {
    const parsed = await read(reading({ malformed_json: 'drop_episode' }), 'bundles/multi-tool');
    expect(parsed).toMatchObject([
      {
        type: 'dropped',
        id: expect.any(String),
        reason: 'damaged',
        damage: { malformed_json: 3 },
        turns: { malformed_json: 1 },
      },
    ]);
  });

  test('a code of the episode as a whole leaves it out, too', async () => {
    const choice = reading({ system_prompt_damaged: 'drop_episode' });
    expect(await read(choice, 'bundles/legacy-secrets')).toMatchObject([{ reason: 'damaged' }]);
    expect(await read(choice, 'bundles/transcript-only')).toMatchObject([{ type: 'episode' }]);
  });

  test('when every turn is left out by choice, so is the episode', async () => {
    const line = {
      messages: [
        { role: 'user', content: 'q' },
        { role: 'assistant', content: '[Truncated]' },
      ],
    };
    const files = [file('rows.jsonl', `${JSON.stringify(line)}\n`)];
    const { parsed } = await readDrop(files, {}, reading({ truncated_value: 'drop_turn' }));
    expect(parsed).toMatchObject([{ reason: 'damaged' }]);
  });

  test('everything that the fixtures hold stays well-formed under every choice', async () => {
    const choices = fc.sample(anyReading, { numRuns: 12, seed: 7 });
    for (const choice of choices) {
      const parsed = await read(choice, 'bundles', 'sessions/handmade', 'episodes');
      for (const episode of episodesOf(parsed)) expectWellFormed(episode);
    }
  });
});

describe('in a recipe', () => {
  test('known choices are taken, unknown codes are passed over', () => {
    const { reading: read } = readRecipe({ reading: { policies: { cut_text: 'drop_turn', no_code: 'keep' } } });
    expect(read).toEqual(reading({ cut_text: 'drop_turn' }));
    expect(readRecipe({}).reading).toEqual(DEFAULT_READING);
  });
  test.each([
    [{ policies: { cut_text: 'burn' } }, 'reading.policies.cut_text'],
    [{ policies: { failed_turn: 'keep' } }, 'reading.policies.failed_turn'],
    [{ mode: 'free' }, 'reading.mode'],
    [{ trims: 'toString' }, 'reading.trims'],
    [{ trimCalls: '' }, 'reading.trimCalls'],
  ])('%j is refused by name', (choice, name) => {
    expect(() => readRecipe({ reading: choice })).toThrow(name);
  });
});
