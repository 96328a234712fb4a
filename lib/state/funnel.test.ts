import { expect, test } from 'vitest';
import type { Summary } from '../../workers/protocol.ts';
import { lossesOf } from './funnel.ts';

const stage = (name: string, dropped: Record<string, number>) => ({
  name,
  version: 1,
  in: 0,
  added: {},
  dropped,
  out: 0,
});

test('losses are summed over stages, the most frequent first, each with its meaning', () => {
  const stages = [
    stage('parse', { same_session: 2 }),
    stage('gate', { low_signal: 3 }),
    stage('mix', { low_signal: 4 }),
  ];
  const summary = { stages, meanings: { low_signal: 'too short' } } as unknown as Summary;
  expect(lossesOf(summary)).toEqual([
    { reason: 'low_signal', count: 7, listed: true, meaning: 'too short' },
    { reason: 'same_session', count: 2, listed: false, meaning: '' },
  ]);
});

test('a reason named like a member of Object has no meaning by accident', () => {
  const summary = { stages: [stage('gate', { constructor: 1 })], meanings: {} } as unknown as Summary;
  expect(lossesOf(summary)[0]?.meaning).toBe('');
});
