import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS, type Limits } from '../source.ts';
import { databaseBytes, rootPages } from '../testing/databases.ts';
import { openDatabase, type Query } from './database.ts';

const NOTES = `
  CREATE TABLE notes (id TEXT, seq INTEGER, text TEXT, hidden TEXT, PRIMARY KEY (id, seq));
  INSERT INTO notes VALUES ('b', 2, 'two', 'x'), ('b', 1, 'one', 'x'), ('a', 1, 'other', 'x');
  CREATE TABLE secrets (id TEXT, seq INTEGER, text TEXT);
  INSERT INTO secrets VALUES ('a', 1, 'never');`;
const READABLE = { notes: ['id', 'seq', 'text', 'absent'], shown: ['id', 'text'], secretive: ['id', 'text'] };

const open = async (sql: string, limits: Partial<Limits> = {}) =>
  openDatabase(new Blob([await databaseBytes(sql)]), undefined, READABLE, { ...DEFAULT_LIMITS, ...limits }, undefined);

const select = async (sql: string, query: Omit<Query, 'maxBytes'>, maxBytes = 100) => [
  ...(await open(sql)).select({ maxBytes, ...query }),
];

const BROKEN = { code: 'database_broken' };

describe('a query', () => {
  test('gives the rows of one key in order', async () => {
    expect(
      await select(NOTES, { table: 'notes', columns: ['seq', 'text'], where: { id: 'b' }, orderBy: 'seq' }),
    ).toEqual([
      { seq: 1, text: 'one' },
      { seq: 2, text: 'two' },
    ]);
  });

  test('gives null for a column that is not there, and for a value beyond the limit', async () => {
    const query = { table: 'notes', columns: ['absent', 'text'], where: { id: 'a' } };
    expect(await select(NOTES, query)).toEqual([{ absent: null, text: 'other' }]);
    expect(await select(NOTES, query, 4)).toEqual([{ absent: null, text: null }]);
  });

  test('tells each value once when asked to', async () => {
    const rows = await select(NOTES, { table: 'notes', columns: ['id'], distinct: true });
    expect(rows.map(({ id }) => id).sort()).toEqual(['a', 'b']);
  });
});

test('a database larger than the memory that SQLite starts with is read whole', async () => {
  const text = 'x'.repeat(2 ** 20);
  const rows = Array.from({ length: 12 }, (_, seq) => `('big', ${seq}, '${text}', '')`).join(', ');
  const query = { table: 'notes', columns: ['seq', 'text'], where: { id: 'big' }, orderBy: 'seq' };
  const found = await select(`${NOTES} INSERT INTO notes VALUES ${rows};`, query, 2 ** 20);
  expect(found.map((row) => [row.seq, String(row.text).length])).toEqual(
    Array.from({ length: 12 }, (_, seq) => [seq, 2 ** 20]),
  );
});

describe('only what is named can be read:', () => {
  test('another table is refused', async () => {
    await expect(select(NOTES, { table: 'secrets', columns: ['text'] })).rejects.toMatchObject(BROKEN);
  });

  test('another column is refused', async () => {
    await expect(select(NOTES, { table: 'notes', columns: ['hidden'] })).rejects.toMatchObject(BROKEN);
  });

  test('a view under a name of ours is no table and is refused', async () => {
    const sql = `${NOTES} CREATE VIEW shown AS SELECT id, text FROM secrets;`;
    expect((await open(sql)).has('shown')).toBe(false);
    await expect(select(sql, { table: 'shown', columns: ['text'] })).rejects.toMatchObject(BROKEN);
  });

  test('a virtual table over another one is refused', async () => {
    const sql = `${NOTES} CREATE VIRTUAL TABLE secretive USING fts5(id, text, content=secrets);
      INSERT INTO secretive(secretive) VALUES ('rebuild');`;
    await expect(select(sql, { table: 'secretive', columns: ['text'] })).rejects.toMatchObject(BROKEN);
  });
});

describe('a file that would cost too much', () => {
  test('is refused before it is copied', async () => {
    await expect(open(NOTES, { databaseBytes: 1000 })).rejects.toMatchObject({ code: 'database_too_large' });
  });

  test('ends when its pages refer to each other without end', async () => {
    const bytes = await databaseBytes(`PRAGMA page_size = 4096; ${NOTES}`);
    const [, index] = await rootPages(bytes, (table) => table === 'notes');
    const endless = withBranchingIndex(bytes, index as number);
    const database = await openDatabase(new Blob([endless]), undefined, READABLE, DEFAULT_LIMITS, undefined);
    const query = { table: 'notes', columns: ['id'], distinct: true, maxBytes: 100 };
    expect(() => [...database.select(query)]).toThrow(expect.objectContaining(BROKEN));
  });
});

const PAGE = 4096;
const LEVELS = 15;
const CELLS = 200;

/** An index whose pages each refer to the next one 200 times, over 15 levels: 10^34 entries in 16 pages. */
function withBranchingIndex(bytes: Uint8Array, root: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(bytes.length + (LEVELS - 1) * PAGE);
  grown.set(bytes);
  const first = bytes.length / PAGE + 1;
  grown.copyWithin((first + LEVELS - 3) * PAGE, (root - 1) * PAGE, root * PAGE);
  const pages = [root, ...Array.from({ length: LEVELS - 1 }, (_, level) => first + level)];
  for (const [level, page] of pages.slice(0, -1).entries())
    grown.set(interiorPage(pages[level + 1] as number), (page - 1) * PAGE);
  return grown;
}

/** An interior page of an index (https://www.sqlite.org/fileformat.html section 1.6), all its children the same. */
function interiorPage(child: number): Uint8Array {
  const page = new Uint8Array(PAGE);
  const view = new DataView(page.buffer);
  const cell = [5, 4, 15, 9, 9, 'a'.charCodeAt(0)];
  page[0] = 2;
  view.setUint16(3, CELLS);
  view.setUint16(5, PAGE - CELLS * 10);
  view.setUint32(8, child);
  for (let at = 0; at < CELLS; at++) {
    const place = PAGE - (at + 1) * 10;
    view.setUint16(12 + at * 2, place);
    view.setUint32(place, child);
    page.set(cell, place + 4);
  }
  return page;
}
