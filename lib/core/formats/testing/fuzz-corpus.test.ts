import { expect, test } from 'vitest';
import { episodesOf, readDrop } from './drops.ts';
import { samples } from './fuzz-corpus.ts';

test('every sample is read before anything in it is changed', async () => {
  for (const sample of samples()) {
    const { parsed } = await readDrop([sample]);
    expect(episodesOf(parsed).length, sample.path).toBeGreaterThan(0);
  }
});
