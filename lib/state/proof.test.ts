import { expect, test } from 'vitest';
import { proofOf } from './proof.ts';

const SENT = "default-src 'none'; connect-src 'none'; frame-ancestors 'self'";
const WRITTEN = "default-src 'none'; connect-src 'none'";

test('a policy that came with the response is told from one written into the page', () => {
  expect(proofOf(true, [WRITTEN, SENT])).toEqual({ refused: true, byHeader: true, policy: SENT });
  expect(proofOf(true, [WRITTEN])).toEqual({ refused: true, byHeader: false, policy: WRITTEN });
});

test('without a refusal there is nothing to show', () => {
  expect(proofOf(false, [])).toEqual({ refused: false, byHeader: false, policy: '' });
});
