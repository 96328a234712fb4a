import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Episodes that a local model played, on their way from one document to the other. Made up, so their texts may wait here. */
export interface PlayedBatch {
  readonly id: string;
  readonly fileName: string;
  readonly model: string;
  readonly count: number;
  /** Canonical rows, one a line. */
  readonly rows: string;
}

export interface PlayedShelf {
  /** False where the browser refuses storage. A batch of the same id is replaced. */
  put(batch: PlayedBatch): Promise<boolean>;
  list(): Promise<readonly PlayedBatch[]>;
  remove(id: string): Promise<void>;
}

interface Schema extends DBSchema {
  batches: { key: string; value: PlayedBatch };
}

export function createPlayedShelf(open: () => Promise<IDBPDatabase<Schema>> = openDatabase): PlayedShelf {
  /** Opened anew each time: the other document may need it, and nothing here is asked for often. */
  const attempt = async <T>(work: (db: IDBPDatabase<Schema>) => Promise<T>, otherwise: T): Promise<T> => {
    try {
      const db = await open();
      try {
        return await work(db);
      } finally {
        db.close();
      }
    } catch {
      return otherwise; // refused, as in a cross-site frame, or full: the file is still there to download
    }
  };
  return {
    put: (batch) => attempt(async (db) => (await db.put('batches', batch, batch.id)) === batch.id, false),
    list: () => attempt((db) => db.getAll('batches'), []),
    remove: (id) => attempt((db) => db.delete('batches', id), undefined),
  };
}

const openDatabase = () =>
  openDB<Schema>('openclaw-dataset-builder-played', 1, {
    upgrade: (db) => {
      db.createObjectStore('batches');
    },
  });
