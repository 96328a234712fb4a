import { expect, test } from 'vitest';
import type { MessageView } from '../../workers/protocol.ts';
import { foldMessages } from './fold-messages.ts';

const message = (role: MessageView['role'], more: Partial<MessageView> = {}): MessageView =>
  ({ role, name: '', toolCalls: [], ...more }) as MessageView;
const call = (id: string, name: string) => ({ id, name }) as MessageView['toolCalls'][number];

test('results go under the calls they answer, also when they come in another order', () => {
  const turns = foldMessages([
    message('assistant', { toolCalls: [call('1', 'read'), call('2', 'exec')] }),
    message('tool', { name: 'exec' }),
    message('tool', { name: 'read' }),
    message('assistant'),
  ]);
  expect(turns).toHaveLength(2);
  expect(turns[0]?.calls.map(({ call: made, result }) => [made?.name, result?.name])).toEqual([
    ['read', 'read'],
    ['exec', 'exec'],
  ]);
});

test('a result without a call stands alone, a call without a result stays open', () => {
  const turns = foldMessages([
    message('tool', { name: 'read' }),
    message('assistant', { toolCalls: [call('1', 'read')] }),
  ]);
  expect(turns[0]).toMatchObject({ message: null, calls: [{ call: null }] });
  expect(turns[1]?.calls[0]?.result).toBeNull();
});
