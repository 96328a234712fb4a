import { expect, test } from 'vitest';
import type { SessionListRow } from '../../workers/protocol.ts';
import { sayCodes, sayDuration, sayGiven, sayOutcome, sayStart, tabOfDamage, timeOf } from './session-words.ts';

const ROW: SessionListRow = {
  ...{ id: 's', title: '', startedMs: null, episodes: 0, messages: 0, toolCalls: 0 },
  ...{ dropped: {}, damage: {}, repaired: {} },
};

test('a session says what it gave and what it did not', () => {
  expect(sayGiven({ ...ROW, episodes: 2, messages: 14, toolCalls: 1 })).toBe('2 episodes · 14 messages · 1 call');
  expect(sayGiven({ ...ROW, dropped: { same_session: 1 } })).toBe('left out: same session');
  expect(sayGiven(ROW)).toBe('nothing was read of it');
});

test('codes are counted when there are several', () => {
  expect(sayCodes({ cut_text: 1, malformed_json: 1200 })).toBe('cut text, 1,200 × malformed json');
});

test('times are those of the file, and none where none is known', () => {
  expect(sayStart(Date.UTC(2026, 5, 5, 9, 4, 59))).toBe('2026-06-05 09:04');
  expect(timeOf(Date.UTC(2026, 5, 5, 9, 4, 59))).toBe('09:04:59');
  expect(sayStart(null)).toBe('');
  expect(timeOf(Number.MAX_VALUE)).toBe('');
  expect(sayDuration(1000, 2250)).toBe('1.3 s');
  expect(sayDuration(null, 2250)).toBe('');
});

test('what ended as it should is not spoken of', () => {
  expect(sayOutcome({ isError: false, outcome: 'stop' })).toBe('');
  expect(sayOutcome({ isError: true, outcome: '' })).toBe('failed');
  expect(sayOutcome({ isError: false, outcome: 'exit 3' })).toBe('exit 3');
});

test('what is wrong with a whole session is looked at where it is told', () => {
  expect(tabOfDamage('tool_schema_missing')).toBe('tools');
  expect(tabOfDamage('system_prompt_damaged')).toBe('prompt');
  expect(tabOfDamage('failed_turn')).toBe('timeline');
});
