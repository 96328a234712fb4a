import { describe, expect, test } from 'vitest';
import { renderContent, rowId } from '../output/row.ts';
import { assistant, call, episode, listEpisode, result, system, user } from '../testing/episodes.ts';
import { createHashes } from '../text/hash.ts';
import { checkpoint, checkpointCount, createFingerprinter } from './fingerprint.ts';
import { SKETCH_WORDS } from './sketch.ts';

const fingerprint = await createFingerprinter();
const hashes = await createHashes();

describe('fingerprint', () => {
  test('carries the id of the row', () => {
    expect(fingerprint(listEpisode).rowId).toBe(rowId(renderContent(listEpisode), hashes));
  });

  test('counts what the gate and the page ask for', () => {
    expect(fingerprint(listEpisode)).toMatchObject({
      messages: 5,
      toolCalls: 1,
      chars: 111,
      trained: 2,
      firstUserChars: 'What is on my list?'.length,
      firstAssistantChars: 'One item: tea.'.length,
    });
  });

  test('measures in characters, trimmed', () => {
    const of = fingerprint(episode({ messages: [user(' 😀é \n'), assistant('ok')] }));
    expect(of.firstUserChars).toBe(2);
  });

  test('leaves ids, system prompt and tools out of what is compared', () => {
    const renamed = episode({
      ...listEpisode,
      id: 'other/1',
      tools: [],
      messages: [
        system('Today is Monday.'),
        user('What is on my list?'),
        assistant('', {
          reasoning: 'The list is in notes.',
          toolCalls: [call('z9', 'read', { path: 'notes/list.md' })],
        }),
        result('z9', '- tea'),
        assistant('One item: tea.', { weight: 0 }),
      ],
    });
    expect(fingerprint(renamed).content).toBe(fingerprint(listEpisode).content);
    expect(fingerprint(renamed).table.slice(0, SKETCH_WORDS)).toEqual(
      fingerprint(listEpisode).table.slice(0, SKETCH_WORDS),
    );
    expect(fingerprint(renamed).rowId).not.toBe(fingerprint(listEpisode).rowId);
  });

  test.each([
    ['a word', { messages: [user('What is on my list?'), assistant('One item: milk.')] }],
    [
      'arguments',
      { messages: [user('What is on my list?'), assistant('One item: tea.', { toolCalls: [call('a', 'read', {})] })] },
    ],
    ['thinking', { messages: [user('What is on my list?'), assistant('One item: tea.', { reasoning: 'Hm.' })] }],
    ['a role', { messages: [user('What is on my list?'), user('One item: tea.')] }],
  ])('tells %s apart', (_, more) => {
    expect(fingerprint(episode(more)).content).not.toBe(fingerprint(episode()).content);
  });

  test('marks every point at which the conversation could have ended', () => {
    const start = [user('What is on my list?'), assistant('One item: tea.')];
    const long = fingerprint(episode({ messages: [...start, user('Buy it.'), assistant('Done.')] }));
    expect(checkpointCount(long)).toBe(2);
    const { high, low, trained } = checkpoint(long, 0);
    const hex = (word: number) => word.toString(16).padStart(8, '0');
    expect(hex(high) + hex(low)).toBe(fingerprint(episode({ messages: start })).content);
    expect(trained).toBe(1);
  });

  test('stays small however long the conversation is', () => {
    const turns = Array.from({ length: 5000 }, (_, turn) => [user(`Question ${turn}`), assistant(`Answer ${turn}`)]);
    expect(fingerprint(episode({ messages: turns.flat() })).table.length).toBeLessThanOrEqual(SKETCH_WORDS + 3 * 2048);
  });
});
