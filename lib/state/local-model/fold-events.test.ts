import { expect, test } from 'vitest';
import type { PlayEvent } from '../../../workers/model-protocol.ts';
import type { MessageView } from '../../../workers/protocol.ts';
import { foldEvents } from './fold-events.ts';
import { FIRST_STATE } from './player-state.ts';

const TRY = { number: 1, family: 'web', origin: 'synthetic', scenario: 'web/a', language: 'en', attempt: 1 } as const;
const text = (value: string) => ({ text: value, marks: [] });
const MESSAGE: MessageView = {
  role: 'assistant',
  weight: 1,
  name: '',
  isError: false,
  before: text('Hello'),
  after: text('Hello'),
  reasoning: null,
  toolCalls: [],
};
const piece = (value: string, thought = ''): PlayEvent => ({ type: 'piece', text: value, thought });
const fold = (...events: PlayEvent[]) => foldEvents(FIRST_STATE, [{ type: 'try', ...TRY }, ...events]).live;

test('pieces gather until the message is whole', () => {
  expect(fold(piece('Hel', 'hm'), piece('lo', 'm'))).toMatchObject({ text: 'Hello', thought: 'hmm', messages: [] });
  expect(fold(piece('Hello'), { type: 'message', message: MESSAGE })).toMatchObject({ text: '', messages: [MESSAGE] });
});

test('what came of a broken answer is gone when it is asked for again', () => {
  const waiting = fold(piece('Hel'), { type: 'wait', ms: 2000, failure: 'broken' });
  expect(waiting).toMatchObject({ text: '', waitsMs: 2000 });
  expect(fold(piece('Hel'), { type: 'wait', ms: 2000, failure: 'broken' }, piece('Hi'))).toMatchObject({
    text: 'Hi',
    waitsMs: null,
  });
});

test('an event of a try that is over changes nothing', () => {
  expect(foldEvents(FIRST_STATE, [piece('late'), { type: 'message', message: MESSAGE }])).toEqual(FIRST_STATE);
});
