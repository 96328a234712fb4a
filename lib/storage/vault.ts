import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** What outlives the tab: choices and decisions. Texts of episodes never come here. */
export interface SavedWork {
  /** A recipe with its undo history; validated by the reader. */
  readonly history: unknown;
  /** Names and sizes of what was dropped, to ask for it again. */
  readonly drops: readonly SavedDrop[];
  readonly shortcuts: boolean;
}

export interface SavedDrop {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
}

export interface Vault {
  load(): Promise<SavedWork | null>;
  save(work: SavedWork): Promise<void>;
  clear(): Promise<void>;
  /** Handles of what was dropped, where the browser has such; they hold no content. */
  loadHandles(): Promise<readonly unknown[]>;
  saveHandles(handles: readonly unknown[]): Promise<void>;
  /** False where the browser refuses storage, as in a cross-site frame: then it lasts as long as the page. */
  lasting(): Promise<boolean>;
}

interface Schema extends DBSchema {
  work: { key: string; value: SavedWork };
  handles: { key: string; value: readonly unknown[] };
}

const NAME = 'openclaw-dataset-builder';
const VERSION = 2;
const CURRENT = 'current';

export function createVault(open: () => Promise<IDBPDatabase<Schema>> = openDatabase): Vault {
  let opened: Promise<IDBPDatabase<Schema> | null> | undefined;
  let memory: SavedWork | null = null;

  const database = () => {
    opened ??= Promise.resolve()
      .then(open)
      .catch(() => null);
    return opened;
  };

  /** A database that opened may still fail later, for want of space or by a person's setting. */
  const attempt = async <T>(work: (db: IDBPDatabase<Schema>) => Promise<T>, otherwise: () => T): Promise<T> => {
    const db = await database();
    if (!db) return otherwise();
    try {
      return await work(db);
    } catch {
      opened = Promise.resolve(null);
      return otherwise();
    }
  };

  return {
    load: () =>
      attempt(
        async (db) => (await db.get('work', CURRENT)) ?? null,
        () => memory,
      ),
    save: async (work) => {
      memory = work;
      await attempt(
        async (db) => void (await db.put('work', work, CURRENT)),
        () => undefined,
      );
    },
    clear: async () => {
      memory = null;
      await attempt(
        (db) => db.delete('work', CURRENT),
        () => undefined,
      );
    },
    loadHandles: () =>
      attempt(
        async (db) => (await db.get('handles', CURRENT)) ?? [],
        () => [],
      ),
    saveHandles: (handles) =>
      attempt(
        async (db) => void (await db.put('handles', handles, CURRENT)),
        () => undefined,
      ),
    lasting: async () => (await database()) !== null,
  };
}

const openDatabase = () =>
  openDB<Schema>(NAME, VERSION, {
    upgrade: (db, from) => {
      if (from < 1) db.createObjectStore('work');
      if (from < 2) db.createObjectStore('handles');
    },
  });
