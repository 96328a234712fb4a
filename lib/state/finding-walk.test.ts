import { expect, test } from 'vitest';
import type { EpisodeView, MarkedText, MessageView, TextMark } from '../../workers/protocol.ts';
import { createFindingWalk, findingsOf } from './finding-walk.ts';

const mark = (value: string, standing: TextMark['standing'] = 'open', start = 0): TextMark => ({
  start,
  end: start + 1,
  type: 'EMAIL',
  rule: 'mail',
  value,
  standing,
});
const text = (...marks: readonly TextMark[]): MarkedText => ({ text: 'abcdef', marks });
const message = (part: Partial<MessageView>): MessageView =>
  ({ role: 'user', before: text(), after: text(), reasoning: null, toolCalls: [], ...part }) as MessageView;
const viewOf = (...messages: readonly MessageView[]): EpisodeView =>
  ({ row: { id: 'e1' }, messages }) as unknown as EpisodeView;

const VIEW = viewOf(
  message({ before: text(mark('a'), mark('b', 'open', 2)) }),
  message({
    reasoning: { before: text(mark('c')), after: text() },
    before: text(mark('a', 'open', 3)),
    toolCalls: [{ id: 'x', name: 'read', before: text(mark('d', 'accepted')), after: text() }],
  }),
);

test('findings come in reading order: thinking, words, calls', () => {
  expect(findingsOf(VIEW).map((place) => `${place.message} ${place.part} ${place.mark.value} ${place.text}`)).toEqual([
    '0 content a a',
    '0 content b c',
    '1 reasoning c a',
    '1 content a d',
    '1 call 0 d a',
  ]);
});

test('moving goes round, and starts at either end', () => {
  const walk = createFindingWalk();
  walk.move(VIEW, -1);
  expect(walk.at(VIEW)).toBe(4);
  walk.move(VIEW, 1);
  expect(walk.at(VIEW)).toBe(0);
  walk.move(viewOf(message({})), 1);
  expect(walk.at(VIEW)).toBe(0);
});

test('a decision leads to the next open finding of another value, and past the last one closes', () => {
  const walk = createFindingWalk();
  walk.look(VIEW, 0);
  walk.goOn(VIEW);
  expect(walk.at(VIEW)).toBe(1);
  walk.look(VIEW, 2);
  walk.goOn(VIEW);
  expect(walk.at(VIEW)).toBe(3);
  walk.goOn(VIEW);
  expect(walk.at(VIEW)).toBe(-1);
});

test('another episode has no finding looked at', () => {
  const walk = createFindingWalk();
  walk.look(VIEW, 1);
  expect(walk.at({ ...VIEW, row: { ...VIEW.row, id: 'e2' } })).toBe(-1);
});
