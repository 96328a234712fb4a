import { expect, test } from 'vitest';
import type { BuildSummary } from '../../workers/protocol.ts';
import { createScanReview, decisionsOf } from './scan-decisions.ts';

test('a decision stays with its build, is replaced by another and taken back by itself', () => {
  const [first, second] = [{}, {}] as [BuildSummary, BuildSummary];
  const review = createScanReview();
  const said = (built: BuildSummary) => [...decisionsOf(review.store.getState(), built)];
  review.decide(first, 'a', { kind: 'accept' });
  review.decide(first, 'b', { kind: 'replace', value: 'it' });
  expect(said(first)).toHaveLength(2);
  expect(said(second)).toEqual([]);
  review.decide(first, 'a', { kind: 'replace', value: 'that' });
  review.decide(first, 'b', { kind: 'replace', value: 'it' });
  expect(said(first)).toEqual([['a', { kind: 'replace', value: 'that' }]]);
  review.decide(second, 'a', { kind: 'accept' });
  expect(said(first)).toEqual([]);
});
