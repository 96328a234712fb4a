import { expect, test } from 'vitest';
import type { PlayedBatch } from '../storage/played-shelf.ts';
import { createPlayedOffers } from './played-offers.ts';

const BATCH: PlayedBatch = { id: 'a', fileName: 'played.jsonl', model: 'm', count: 2, rows: '{}\n{}\n' };

function open(batches: PlayedBatch[]) {
  const added: { path: string; text: string }[] = [];
  const offers = createPlayedOffers(
    {
      put: async () => true,
      list: async () => batches,
      remove: async (id) =>
        void batches.splice(
          batches.findIndex((batch) => batch.id === id),
          1,
        ),
    },
    {
      addFiles: async (taken) => {
        for await (const files of taken)
          for (const { path, file } of files) added.push({ path, text: await file.text() });
      },
      announce: () => undefined,
    },
  );
  return { offers, added };
}

test('what was handed over is offered without its texts, and taken in as a file', async () => {
  const { offers, added } = open([BATCH]);
  await offers.refresh();
  expect(offers.store.getState()).toEqual([{ id: 'a', fileName: 'played.jsonl', model: 'm', count: 2 }]);
  await offers.add('a');
  expect(added).toEqual([{ path: 'played.jsonl', text: '{}\n{}\n' }]);
});

test('what is discarded is offered no more, here or to an old click', async () => {
  const { offers, added } = open([BATCH]);
  await offers.refresh();
  await offers.discard('a');
  expect(offers.store.getState()).toEqual([]);
  await offers.add('a');
  expect(added).toEqual([]);
});
