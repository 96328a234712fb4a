import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openDrop } from './drop.ts';
import { DATABASE_TABLES, openAgentDatabase } from './openclaw-database.ts';
import { inspectSource } from './read.ts';
import { DEFAULT_LIMITS, type ReadContext } from './source.ts';
import { databaseBytes, rootPages } from './testing/databases.ts';
import { dropsOf, each, episodesOf, FIXTURES, file, fixtureFiles, readDrop, testContext } from './testing/drops.ts';
import { expectWellFormed } from './testing/well-formed-checks.ts';
import { zstd } from './testing/zips.ts';

const REAL = new Uint8Array(gunzipSync(readFileSync(`${FIXTURES}db/openclaw-agent.sqlite.gz`)));
const SMALL = ['db/small-agent.sqlite.gz', 'db/small-agent.sqlite-wal.gz'];

const inspect = async (files: Parameters<typeof readDrop>[0], more: Partial<ReadContext> = {}) => {
  const ctx = { ...testContext(), ...more };
  const drop = await openDrop(each(files), ctx);
  return Promise.all(drop.sources.map((source) => inspectSource(source, drop, ctx)));
};

describe('a real database', () => {
  test('holds nine sessions, each with whole messages', async () => {
    const { parsed, findings, drop } = await readDrop(fixtureFiles('db/openclaw-agent.sqlite.gz'));
    expect(drop.sources).toMatchObject([{ kind: 'database', version: '2026.9.6', path: 'db/openclaw-agent.sqlite' }]);
    expect(findings).toEqual([]);
    expect(episodesOf(parsed)).toHaveLength(9);
    for (const episode of episodesOf(parsed)) expectWellFormed(episode);
    const lost = /\[Malformed diagnostic JSON redacted\]|\.\.\.<truncated>|"\[Truncated\]"/;
    expect(JSON.stringify(episodesOf(parsed))).not.toMatch(lost);
  });

  test('gives each session of the bundles once, undamaged', async () => {
    const { parsed, drop } = await readDrop(
      fixtureFiles('db/openclaw-agent.sqlite.gz', 'bundles', 'sessions/v4-2026.9.6'),
    );
    const tasks = episodesOf(parsed);
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
    const shared = drop.sources
      .filter(({ kind }) => kind === 'session')
      .flatMap(({ sessions }) => sessions?.map(({ id }) => id) ?? []);
    expect(shared).toHaveLength(7);
    for (const id of shared)
      expect(tasks.filter(({ sessionId }) => sessionId === id).map(({ provenance }) => provenance.parser)).toEqual([
        'openclaw-database/4',
      ]);
  });

  test('tells the same conversations as the session files', async () => {
    const messages = async (path: string) =>
      new Map(
        episodesOf((await readDrop(fixtureFiles(path))).parsed).map(({ id, messages }) => [
          id,
          messages.filter(({ role }) => role !== 'system'),
        ]),
      );
    const fromDatabase = await messages('db/openclaw-agent.sqlite.gz');
    for (const [id, expected] of await messages('sessions/v4-2026.9.6')) expect(fromDatabase.get(id)).toEqual(expected);
  });

  test("agrees with OpenClaw's own index of the branch, and says so when one does not", async () => {
    const { findings } = await readDrop([file('a.sqlite', REAL)]);
    expect(findings).toEqual([]);
    const rows = [
      { type: 'session', version: 4, id: 's1' },
      { type: 'message', id: 'a', parentId: null, message: { role: 'user', content: 'q' } },
      { type: 'message', id: 'b', parentId: 'a', message: { role: 'assistant', content: 'x' } },
      { type: 'message', id: 'c', parentId: 'a', message: { role: 'assistant', content: 'y' } },
    ].map((row, seq) => `('s1', ${seq}, '${JSON.stringify(row)}')`);
    const codes = async (stale: number, ...branch: number[]) => {
      const sql = `
        CREATE TABLE transcript_events (session_id TEXT, seq INTEGER, event_json TEXT);
        CREATE TABLE session_transcript_index_state (session_id TEXT, needs_rebuild INTEGER);
        CREATE TABLE session_transcript_active_events (session_id TEXT, event_seq INTEGER);
        INSERT INTO transcript_events VALUES ${rows.join(', ')};
        INSERT INTO session_transcript_index_state VALUES ('s1', ${stale});
        INSERT INTO session_transcript_active_events VALUES ${branch.map((seq) => `('s1', ${seq})`).join(', ')};`;
      return (await readDrop([file('a.sqlite', await databaseBytes(sql))])).findings.map(({ code }) => code);
    };
    expect(await codes(0, 1, 3)).toEqual([]);
    expect(await codes(0, 1, 2)).toEqual(['branch_differs']);
    expect(await codes(1, 1, 2)).toEqual([]);
  });

  test('says what a better copy repairs in a bundle', async () => {
    const reports = await inspect(fixtureFiles('db/openclaw-agent.sqlite.gz', 'bundles/multi-tool'));
    const bundle = reports.find(({ kind }) => kind === 'bundle')?.sessions[0];
    expect(bundle?.damage).toMatchObject({ malformed_json: 3 });
    expect(bundle?.repaired).toEqual({ malformed_json: 3 });
    const [alone] = await inspect(fixtureFiles('bundles/multi-tool'));
    expect(alone?.sessions[0]?.repaired).toEqual({});
  });

  test('reads no table but its own: all others can be wiped without a difference', async () => {
    const wiped = REAL.slice();
    const roots = await rootPages(REAL, (table) => !Object.hasOwn(DATABASE_TABLES, table));
    expect(roots.length).toBeGreaterThan(20);
    for (const root of roots) wiped.fill(0xff, (root - 1) * 4096, root * 4096);
    const [before, after] = await Promise.all([REAL, wiped].map((bytes) => readDrop([file('a.sqlite', bytes)])));
    expect(after).toEqual({ ...before, drop: expect.anything() });
  });
});

describe('a database in use', () => {
  test('gives its newest turns from the log beside it', async () => {
    const { parsed, findings } = await readDrop(fixtureFiles(...SMALL));
    const newest = episodesOf(parsed).find(({ sessionId }) => sessionId === 'main-2');
    expect(newest?.messages).toHaveLength(6);
    expect(findings).toEqual([]);
  });

  test('says what may be missing when the log was left behind', async () => {
    const { parsed, findings } = await readDrop(fixtureFiles('db/small-agent.sqlite.gz'));
    expect(findings.map(({ code }) => code)).toEqual(['database_log_missing']);
    expect(dropsOf(parsed)).toContain('empty_session main-2');
  });

  test('a log that does not belong, or is cut, adds what is committed and no more', async () => {
    const [database, log] = SMALL.map((path) => new Uint8Array(gunzipSync(readFileSync(FIXTURES + path)))) as [
      Uint8Array<ArrayBuffer>,
      Uint8Array<ArrayBuffer>,
    ];
    const sessions = async (wal: Uint8Array<ArrayBuffer>) => {
      const opened = await openAgentDatabase(new Blob([database]), new Blob([wal]), DEFAULT_LIMITS);
      let rows = 0;
      for await (const _ of opened?.transcript('main-2', {
        add: () => undefined,
        codes: () => [],
        findings: () => [],
      }) ?? [])
        rows++;
      return rows;
    };
    expect(await sessions(log)).toBe(8);
    expect(await sessions(log.slice(0, log.length - 10))).toBe(7);
    const foreign = log.slice();
    foreign.fill(0x11, 16, 24);
    expect(await sessions(foreign)).toBe(0);
  });
});

describe('sessions of a database', () => {
  test('windows, forks and sub-agents are one family', async () => {
    const { parsed } = await readDrop(fixtureFiles(...SMALL));
    const groups = Object.fromEntries(episodesOf(parsed).map(({ sessionId, groupKey }) => [sessionId, groupKey]));
    expect(groups).toEqual({
      'cold-1': 'cold-1',
      'fork-1': 'main-1',
      'main-1': 'main-1',
      'main-2': 'main-1',
      'sub-1': 'main-1',
    });
  });

  test('say how they ended, what they are called and where they came from', async () => {
    const { parsed } = await readDrop(fixtureFiles(...SMALL));
    const of = (id: string) => episodesOf(parsed).find(({ sessionId }) => sessionId === id);
    expect(of('main-1')).toMatchObject({
      outcome: 'success',
      title: 'Two windows',
      tags: ['chat:direct', 'via:operator'],
    });
    expect(of('sub-1')).toMatchObject({ outcome: 'failure', tags: ['via:spawn'] });
    expect(of('fork-1')).toMatchObject({ outcome: 'unknown' });
  });

  test('without rows are listed as empty; deleted and archived ones are listed and left out', async () => {
    const { parsed } = await readDrop(fixtureFiles(...SMALL));
    expect(dropsOf(parsed)).toEqual([
      'empty_session idle-1',
      'archive_elsewhere cold-2/cold/g1',
      'deleted_session gone-1/archive/g1',
      'archived_session old-1/archive/g1',
    ]);
    const [report] = await inspect(fixtureFiles(...SMALL));
    expect(report?.sessions.find(({ id }) => id === 'gone-1/archive/g1')?.warnings).toEqual(['deleted_session']);
    expect(report?.sessions.find(({ id }) => id === 'idle-1')?.counts.user).toBe(0);
  });

  test('put away are taken when asked for', async () => {
    const [report] = await inspect(fixtureFiles(...SMALL), { archived: true });
    const counts = Object.fromEntries(report?.sessions.map(({ id, counts }) => [id, counts.user]) ?? []);
    expect(counts).toMatchObject({ 'gone-1': 1, 'old-1': 1, 'cold-1': 1, 'cold-2/cold/g1': 0 });
  });

  test('never show a value of a table that holds credentials', async () => {
    const { parsed, findings } = await readDrop(fixtureFiles(...SMALL));
    expect(JSON.stringify([parsed, findings])).not.toContain('never-read-this-value');
  });
});

describe('a damaged database', () => {
  test('is told and does not stop the rest', async () => {
    const cut = REAL.slice(0, 300 * 4096);
    const noise = REAL.slice();
    noise.fill(0, 34 * 4096, 35 * 4096);
    const files = [
      file('cut.sqlite', cut),
      file('noise.sqlite', noise),
      file('tiny.sqlite', REAL.slice(0, 60)),
      ...fixtureFiles('bundles/leaf-reset'),
    ];
    const { findings, parsed } = await readDrop(files);
    expect(dropsOf(parsed).filter((drop) => drop.startsWith('unreadable_session')).length).toBeGreaterThan(0);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['database_broken', 'session_unreadable']));
    expect(episodesOf(parsed).filter(({ provenance }) => provenance.parser.startsWith('openclaw-bundle'))).toHaveLength(
      2,
    );
  });

  test('of something else is told', async () => {
    const foreign = new Uint8Array(
      Buffer.from(REAL)
        .toString('latin1')
        .replaceAll('transcript_events', 'transcript_other_')
        .split('')
        .map((c) => c.charCodeAt(0)),
    );
    expect((await readDrop([file('x.sqlite', foreign)])).findings.map(({ code }) => code)).toEqual([
      'database_foreign',
      'nothing_recognised',
    ]);
  });
});

describe('a database of another release', () => {
  const skipped = async (sql: string) => {
    const { drop, parsed } = await readDrop([file('a.sqlite', await databaseBytes(sql))]);
    return { found: drop.skipped, dropped: dropsOf(parsed), taken: episodesOf(parsed) };
  };
  const EVENTS = [
    { type: 'session', version: 4, id: 's1', timestamp: '2026-09-01T00:00:00Z' },
    { type: 'message', id: 'a', parentId: null, message: { role: 'user', content: 'How many?' } },
    { type: 'message', id: 'b', parentId: 'a', message: { role: 'assistant', content: [{ type: 'text', text: '4' }] } },
  ];
  const ROWS: readonly string[] = EVENTS.map((row, seq) => `('s1', ${seq}, '${JSON.stringify(row)}')`);

  test('is read when the columns of the transcript are there, whatever else is missing', async () => {
    const { found, taken } = await skipped(`
      CREATE TABLE transcript_events (seq INTEGER, extra TEXT, event_json TEXT, session_id TEXT);
      INSERT INTO transcript_events (session_id, seq, event_json) VALUES ${[...ROWS].reverse().join(', ')};`);
    expect(found).toEqual([]);
    expect(taken.map(({ sessionId, messages }) => [sessionId, messages.length])).toEqual([['s1', 2]]);
  });

  test('rows as bytes are read; a damaged one costs itself, and is counted', async () => {
    const rows = [...ROWS];
    const [answer] = rows.splice(2, 1);
    const more = { type: 'message', id: 'c', parentId: 'b', message: { role: 'user', content: 'And then?' } };
    const { parsed, findings } = await readDrop([
      file(
        'a.sqlite',
        await databaseBytes(`
          CREATE TABLE transcript_events (session_id TEXT, seq INTEGER, event_json, event_zstd);
          INSERT INTO transcript_events (session_id, seq, event_json) VALUES ${rows.join(', ')};
          INSERT INTO transcript_events (session_id, seq, event_json) VALUES ${answer?.replace(/'(\{.*\})'\)$/, "CAST('$1' AS BLOB))")};
          INSERT INTO transcript_events (session_id, seq, event_zstd) VALUES ('s1', 3, x'28b52ffd0011'), ('s1', 4, x'28b52ffd0022');
          INSERT INTO transcript_events (session_id, seq, event_json) VALUES ('s1', 5, '${JSON.stringify(more)}');`),
      ),
    ]);
    expect(episodesOf(parsed).map(({ messages, damage }) => [messages.length, damage])).toEqual([
      [2, { unanswered_turn: 1 }],
    ]);
    expect(findings).toMatchObject([{ code: 'line_broken', count: 2 }]);
  });

  test('a session that was moved to an archive goes on, compressed or not; a damaged archive costs itself', async () => {
    const lines = (id: string) => EVENTS.map((row, at) => JSON.stringify(at === 0 ? { ...row, id } : row)).join('\n');
    const hex = (bytes: Uint8Array | string) => `x'${Buffer.from(bytes).toString('hex')}'`;
    const sql = `
      CREATE TABLE transcript_events (session_id TEXT, seq INTEGER, event_json TEXT);
      CREATE TABLE session_windows (session_id TEXT, session_key TEXT, created_at INTEGER);
      CREATE TABLE session_transcript_cold_archives (session_id TEXT, generation TEXT, storage TEXT, archive_blob BLOB);
      CREATE TABLE session_transcript_archives (session_id TEXT, generation TEXT, reason TEXT, archive_blob BLOB);
      INSERT INTO session_windows VALUES ('c1', 'k1', 1), ('c2', 'k2', 2), ('c3', 'k3', 3), ('c4', 'k4', 4);
      INSERT INTO session_transcript_cold_archives VALUES
        ('c1', 'g', 'sqlite', ${hex(zstd(lines('c1')))}), ('c2', 'g', 'sqlite', ${hex(lines('c2'))}),
        ('c3', 'g', 'file', NULL), ('c4', 'g', 'sqlite', x'28b52ffd0011');
      INSERT INTO session_transcript_archives VALUES ('d1', 'g', 'deleted', ${hex(lines('d1'))});`;
    const { parsed, findings } = await readDrop([file('a.sqlite', await databaseBytes(sql))]);
    expect(episodesOf(parsed).map(({ id, messages }) => [id, messages.length])).toEqual([
      ['c1/1', 2],
      ['c2/1', 2],
    ]);
    expect(dropsOf(parsed)).toEqual([
      'unreadable_session c4',
      'archive_elsewhere c3/cold/g',
      'deleted_session d1/archive/g',
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['session_unreadable']);
  });

  test('is told with the columns that it lacks', async () => {
    const { found } = await skipped('CREATE TABLE transcript_events (session_id TEXT, body TEXT);');
    expect(found).toMatchObject([
      { code: 'database_schema', message: expect.stringContaining('transcript_events.seq, event_json') },
      { code: 'nothing_recognised' },
    ]);
  });

  test('is not followed where its tables are views of others', async () => {
    const { found } = await skipped(`
      CREATE TABLE auth_profile_store (session_id, seq, event_json);
      CREATE VIEW transcript_events AS SELECT * FROM auth_profile_store;`);
    expect(found.map(({ code }) => code)).toEqual(['database_foreign', 'nothing_recognised']);
  });
});

describe('memory', () => {
  test('is bounded: a larger database is told and costs nothing else', async () => {
    const files = fixtureFiles('db/openclaw-agent.sqlite.gz', 'bundles/simple-chat');
    const { findings, parsed } = await readDrop(files, { databaseBytes: 2 ** 20 });
    expect(findings.map(({ code }) => code)).toEqual(['database_too_large']);
    expect(episodesOf(parsed)).toHaveLength(1);
  });

  test('for one database is shared by many', async () => {
    const files = [...fixtureFiles(...SMALL), ...fixtureFiles('db/openclaw-agent.sqlite.gz')];
    const apart = await readDrop(files);
    const shared = await readDrop(files, { databaseBytes: REAL.length });
    expect(shared).toEqual({ ...apart, drop: expect.anything() });
    expect(episodesOf(shared.parsed)).toHaveLength(14);
  });
});
