import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PlayedBatch, PlayedShelf } from '../storage/played-shelf.ts';
import { readFileList } from './drop.ts';
import type { Workspace } from './workspace.ts';

export type PlayedOffer = Pick<PlayedBatch, 'id' | 'fileName' | 'model' | 'count'>;

/** Episodes that wait to be taken in, handed over by the document of the local model. */
export interface PlayedOffers {
  readonly store: StoreApi<readonly PlayedOffer[]>;
  /** The other document may have handed over more meanwhile. */
  refresh(): Promise<void>;
  /** Takes them in as a file that was dropped. They stay on the shelf, so that a later visit can take them again. */
  add(id: string): Promise<void>;
  discard(id: string): Promise<void>;
}

export function createPlayedOffers(
  shelf: PlayedShelf,
  workspace: Pick<Workspace, 'addFiles' | 'announce'>,
): PlayedOffers {
  const store = createStore<readonly PlayedOffer[]>(() => []);
  const refresh = async () => {
    const batches = await shelf.list();
    const offers = batches.map(({ id, fileName, model, count }) => ({ id, fileName, model, count }));
    if (JSON.stringify(offers) !== JSON.stringify(store.getState())) store.setState(offers, true);
  };
  return {
    store,
    refresh,
    add: async (id) => {
      const batch = (await shelf.list()).find((held) => held.id === id);
      if (!batch) return refresh();
      await workspace.addFiles(
        readFileList([new File([batch.rows], batch.fileName, { type: 'application/x-ndjson' })]),
      );
    },
    discard: async (id) => {
      await shelf.remove(id);
      await refresh();
      workspace.announce('Played episodes discarded');
    },
  };
}
