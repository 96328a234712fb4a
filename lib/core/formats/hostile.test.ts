import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../types.ts';
import { openDrop } from './drop.ts';
import { inspectSource } from './read.ts';
import { dropsOf, episodesOf, file, fixtureFiles, readDrop, testContext } from './testing/drops.ts';
import { expectWellFormed } from './testing/well-formed-checks.ts';
import { tar, zip, zstd } from './testing/zips.ts';

const jsonl = (...rows: JsonValue[]) => `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
const header = { type: 'session', version: 3, id: 'sess-1', timestamp: '2026-05-01T00:00:00.000Z', cwd: '/w' };
const entry = (id: string, parentId: string | null, message: JsonValue) => ({
  type: 'message',
  id,
  parentId,
  timestamp: '2026-05-01T00:00:01.000Z',
  message,
});
const user = (id: string, parentId: string | null, content = 'A question.') =>
  entry(id, parentId, { role: 'user', content });
const answer = (id: string, parentId: string | null, text = 'An answer.') =>
  entry(id, parentId, { role: 'assistant', content: [{ type: 'text', text }], stopReason: 'stop' });
const good = jsonl(header, user('a', null), answer('b', 'a'));

const codes = (findings: readonly { readonly code: string }[]) => findings.map(({ code }) => code).sort();
const shapes = async (...files: Parameters<typeof readDrop>) => {
  const { parsed, findings } = await readDrop(...files);
  for (const episode of episodesOf(parsed)) expectWellFormed(episode);
  return { episodes: episodesOf(parsed).length, drops: dropsOf(parsed), codes: codes(findings), findings, parsed };
};

describe('files', () => {
  test('that are empty, binary, UTF-16 or nothing of ours are told one by one', async () => {
    const found = await shapes([
      file('empty.jsonl', ''),
      file('blank.jsonl', ' \n\n'),
      file('junk.bin', new Uint8Array([1, 2, 0, 255, 254, 0])),
      file('wide.jsonl', new Uint8Array([0xff, 0xfe, 0x7b, 0])),
      file('notes.txt', 'hello there\n'),
      file('package.json', '{"name":"x"}'),
      file('good.jsonl', good),
    ]);
    expect(found).toMatchObject({ episodes: 1, drops: [] });
    expect(found.codes).toEqual([
      'binary_file',
      'empty_file',
      'empty_file',
      'unknown_file',
      'unknown_file',
      'utf16_file',
    ]);
  });

  test('a drop without anything of ours says so', async () => {
    expect((await shapes([file('a.txt', 'x'), file('b.md', '# y')])).codes).toContain('nothing_recognised');
    expect((await shapes([])).codes).toEqual(['nothing_recognised']);
  });

  test('files of the system and unfinished copies are set aside', async () => {
    const names = ['__MACOSX/a', 'x/.DS_Store', 'x/._good.jsonl', 'good.jsonl.trim.123.456'];
    const found = await shapes([...names.map((name) => file(name, good)), file('good.jsonl', good)]);
    expect(found).toMatchObject({ episodes: 1, codes: names.map(() => 'system_file') });
  });

  test('ten thousand at once, all read', { timeout: 60_000 }, async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => file(`s/${at}.jsonl`, good.replace('sess-1', `sess-${at}`)));
    expect(await shapes(many)).toMatchObject({ episodes: 10_000, drops: [], codes: [] });
  });

  test('beyond the limit of a drop are told', async () => {
    const files = [1, 2, 3].map((n) => file(`${n}.jsonl`, good.replace('sess-1', `s${n}`)));
    expect(await shapes(files, { files: 2 })).toMatchObject({ episodes: 2, codes: ['too_many_files'] });
  });

  test('many strangers are counted rather than listed', async () => {
    const { findings } = await shapes([
      ...Array.from({ length: 500 }, (_, at) => file(`${at}.txt`, 'x')),
      file('g.jsonl', good),
    ]);
    expect(findings).toHaveLength(201);
    expect(findings.reduce((sum, { count }) => sum + count, 0)).toBe(500);
  });
});

describe('lines', () => {
  test('byte order mark and CRLF change nothing', async () => {
    const plain = await readDrop([file('s.jsonl', good)]);
    const windows = await readDrop([file('s.jsonl', `\ufeff${good.replaceAll('\n', '\r\n')}`)]);
    expect(windows.parsed).toEqual(plain.parsed);
    expect(windows.findings).toEqual([]);
  });

  test('a cut last line costs that line', async () => {
    const cut = good + JSON.stringify(user('c', 'b')).slice(0, 60);
    expect(await shapes([file('s.jsonl', cut)])).toMatchObject({ episodes: 1, codes: ['line_cut'] });
  });

  test('a broken line in the middle costs that line', async () => {
    const broken = `${jsonl(header, user('a', null))}{"type":"message","id":"x"\n${jsonl(answer('b', 'x'))}`;
    const found = await shapes([file('s.jsonl', broken)]);
    expect(found).toMatchObject({ episodes: 1, codes: ['line_broken', 'unknown_parent'] });
    expect(found.findings.find(({ code }) => code === 'line_broken')).toMatchObject({
      line: 3,
      count: 1,
      path: 's.jsonl',
    });
  });

  test('NULs that a disk left cost what they stand for, at the start of a file and before a line as well', async () => {
    const [head, ...rest] = good.split('\n');
    const hole = '\0'.repeat(300);
    const found = await shapes([file('s.jsonl', `${hole}${head}\n${hole}\n${hole}${rest.join('\n')}`)]);
    expect(found).toMatchObject({ episodes: 1, codes: ['line_broken'] });
    expect(found.findings).toMatchObject([{ count: 1, line: 2 }]);
  });

  test('a line beyond the limit is skipped', async () => {
    const long = jsonl(
      header,
      user('a', null),
      answer('b', 'a'),
      user('c', 'b', 'x'.repeat(5000)),
      user('d', 'c'),
      answer('e', 'd'),
    );
    expect(await shapes([file('s.jsonl', long)], { lineBytes: 4000 })).toMatchObject({
      episodes: 1,
      codes: ['line_too_long', 'unknown_parent'],
    });
  });

  test('bytes that are no UTF-8 and halves of pairs are replaced and told', async () => {
    const [before, after] = good.split('A question.');
    const invalid = [before ?? '', new Uint8Array([0xff]), after ?? ''];
    expect(await shapes([file('s.jsonl', invalid)])).toMatchObject({ episodes: 1, codes: ['invalid_utf8'] });
    const lone = good.replace('A question.', 'half \\ud83d pair');
    expect(await shapes([file('s.jsonl', lone)])).toMatchObject({ episodes: 1, codes: ['lone_surrogate'] });
  });

  test('a value nested ten thousand deep is refused before anything recurses into it', async () => {
    const deep = `{"type":"message","id":"c","parentId":"b","message":{"role":"user","content":${'['.repeat(10_000)}${']'.repeat(10_000)}}}\n`;
    expect(await shapes([file('s.jsonl', good + deep)])).toMatchObject({ episodes: 1, codes: ['line_too_deep'] });
    expect((await shapes([file('d.json', `${'['.repeat(10_000)}${']'.repeat(10_000)}`)])).codes).toContain(
      'unknown_file',
    );
  });

  test('a key __proto__ stays data', async () => {
    const call = {
      type: 'toolCall',
      id: 'k',
      name: 'exec',
      arguments: JSON.parse('{"__proto__":{"polluted":1},"constructor":2}'),
    };
    const rows = jsonl(
      header,
      user('a', null),
      entry('b', 'a', { role: 'assistant', content: [call], stopReason: 'toolUse' }),
      entry('c', 'b', {
        role: 'toolResult',
        toolCallId: 'k',
        toolName: '__proto__',
        content: [{ type: 'text', text: 'ok' }],
      }),
      answer('d', 'c'),
    );
    const { parsed } = await shapes([file('s.jsonl', rows)]);
    const args = episodesOf(parsed)[0]?.messages[1]?.toolCalls?.[0]?.arguments ?? {};
    expect(Object.keys(args)).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('sessions', () => {
  test('without a header are called after their file', async () => {
    const { parsed, codes } = await shapes([
      file('x/2026_abc.jsonl.reset.2026', jsonl(user('a', null), answer('b', 'a'))),
    ]);
    expect(episodesOf(parsed)[0]?.sessionId).toBe('2026_abc');
    expect(codes).toEqual(['header_missing']);
  });

  test('beyond the size limit are left out whole', async () => {
    const big = jsonl(header, ...Array.from({ length: 50 }, (_, at) => user(`u${at}`, at ? `u${at - 1}` : null)));
    expect(await shapes([file('s.jsonl', big)], { sessionBytes: 2000 })).toMatchObject({
      episodes: 0,
      codes: ['session_too_large'],
    });
  });

  test('without messages are named as such', async () => {
    expect(await shapes([file('s.jsonl', jsonl(header))])).toMatchObject({ drops: ['empty_session sess-1'] });
  });

  test('with a parent share its group', async () => {
    const child = jsonl(
      { ...header, id: 'child', parentSession: '/home/u/sessions/sess-1.jsonl' },
      user('a', null, 'Another one.'),
      answer('z', 'a'),
    );
    const { parsed } = await shapes([file('a.jsonl', good), file('b.jsonl', child)]);
    expect(episodesOf(parsed).map(({ groupKey }) => groupKey)).toEqual(['sess-1', 'sess-1']);
  });

  test('whose parents form a circle still end', async () => {
    const one = jsonl({ ...header, parentSession: 'two' }, user('a', null), answer('b', 'a'));
    const two = jsonl({ ...header, id: 'two', parentSession: 'sess-1' }, user('a', null), answer('b', 'a'));
    expect(await shapes([file('a.jsonl', one), file('b.jsonl', two)])).toMatchObject({ episodes: 2 });
  });

  describe('of which a less trusted copy got further', () => {
    const events = (rows: string) =>
      rows
        .split('\n')
        .slice(1, -1)
        .map((row, at) => {
          const { id, parentId, timestamp, message } = JSON.parse(row);
          const type = message.role === 'user' ? 'user.message' : 'assistant.message';
          const place = { entryId: id, parentEntryId: parentId, ts: timestamp, sourceSeq: at + 1, seq: at + 1 };
          const id0 = {
            traceSchema: 'openclaw-trajectory',
            schemaVersion: 1,
            sessionId: 'sess-1',
            source: 'transcript',
          };
          return { ...id0, type, ...place, data: { message } };
        });
    const longer = jsonl(header, user('a', null), answer('b', 'a'), user('c', 'b'), answer('d', 'c'));
    const copy = file('events.jsonl', jsonl(...events(longer)));

    test('it is read when it goes on from all that the trusted one says', async () => {
      const found = await shapes([file('s.jsonl', good), copy]);
      expect(found).toMatchObject({ episodes: 1, drops: ['same_session sess-1/1'], codes: [] });
      expect(episodesOf(found.parsed)[0]?.messages).toHaveLength(4);
    });

    test('it is told and not read when it says something else, or what the trusted one knows to be left', async () => {
      const other = jsonl(header, user('a', null), answer('x', 'a'));
      const back = jsonl(
        ...longer
          .split('\n')
          .slice(0, -1)
          .map((row) => JSON.parse(row)),
        {
          ...{ type: 'leaf', id: 'l', parentId: 'd', targetId: 'b', timestamp: '2026-05-01T00:00:02.000Z' },
        },
      );
      for (const trusted of [other, back]) {
        const found = await shapes([file('s.jsonl', trusted), copy]);
        expect(found).toMatchObject({ episodes: 1, drops: ['same_session sess-1/1'], codes: ['newer_copy'] });
        expect(episodesOf(found.parsed)[0]?.messages).toHaveLength(2);
      }
    });
  });

  test('a bundle with nothing in it is named', async () => {
    const manifest = { traceSchema: 'openclaw-trajectory', schemaVersion: 1, sessionId: 'x', eventCount: 0 };
    expect(await shapes([file('b/manifest.json', JSON.stringify(manifest))])).toMatchObject({
      drops: ['empty_session b'],
    });
    const found = await shapes([
      file('b/metadata.json', JSON.stringify({ ...manifest, eventCount: undefined, harness: {} })),
    ]);
    expect(found.codes).toEqual(['bundle_part', 'nothing_recognised']);
  });

  test('a broken better copy does not swallow the good one', async () => {
    const files = [
      ...fixtureFiles('bundles/transcript-only'),
      file('s.jsonl', `${jsonl({ ...header, id: '09148505-892c-4858-942b-d83f5529c0d9' })}`),
    ];
    const { episodes, drops } = await shapes(files);
    expect({ episodes, drops: drops.length }).toEqual({ episodes: 1, drops: 1 });
  });
});

describe('archives', () => {
  const inZip = (...parts: Parameters<typeof zip>[0][number][]) => file('a.zip', zip(parts));

  test('flat, wrapped, with backslashes, several bundles and system files', async () => {
    const parts = (under: string, separator: string) =>
      fixtureFiles('bundles/transcript-only', 'bundles/leaf-reset').map(async ({ path, blob }) => ({
        name: `${under}${path.replace('bundles/', '')}`.replaceAll('/', separator),
        data: new Uint8Array(await (await blob()).arrayBuffer()),
      }));
    for (const [under, separator] of [
      ['', '/'],
      ['日本/sub/', '/'],
      ['wrap/', '\\'],
    ] as const) {
      const extra = { name: `__MACOSX/${under}._x`, data: 'x' };
      const found = await shapes([inZip(...(await Promise.all(parts(under, separator))), extra)]);
      expect(found).toMatchObject({ episodes: 3, codes: ['system_file'] });
    }
  });

  test('names that climb or start at a root are refused', async () => {
    const names = ['../up.jsonl', 'x/../../up.jsonl', '/etc/abs.jsonl', 'C:\\abs.jsonl', '..\\up.jsonl'];
    const found = await shapes([
      inZip(...names.map((name) => ({ name, data: good })), { name: 'ok.jsonl', data: good }),
    ]);
    expect(found).toMatchObject({ episodes: 1, codes: names.map(() => 'unsafe_name') });
  });

  test('locked entries and unknown methods are told', async () => {
    const found = await shapes([
      inZip(
        { name: 'locked.jsonl', data: good, encrypted: true },
        { name: 'odd.jsonl', data: good, method: 14 },
        { name: 'ok.jsonl', data: good },
      ),
    ]);
    expect(found).toMatchObject({ episodes: 1, codes: ['encrypted', 'unsupported_method'] });
  });

  test('a bomb is refused by what it declares', async () => {
    const bomb = { name: 'bomb.jsonl', data: new Uint8Array(3 * 2 ** 20) };
    expect(await shapes([inZip(bomb, { name: 'ok.jsonl', data: good })])).toMatchObject({
      episodes: 1,
      codes: ['archive_bomb'],
    });
  });

  test('an entry that claims a gigabyte it does not hold is broken, and the rest goes on', async () => {
    const found = await shapes([
      inZip({ name: 'claim.jsonl', data: good, method: 0, claimedBytes: 2 ** 30 }, { name: 'ok.jsonl', data: good }),
    ]);
    expect(found).toMatchObject({ episodes: 1, codes: ['archive_broken'] });
  });

  test('of other kinds are named', async () => {
    const seven = new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4, 0]);
    const bzip = new TextEncoder().encode('BZh91AY&SY');
    expect((await shapes([file('a.7z', seven), file('b.tar.bz2', bzip)])).codes).toEqual([
      ...['archive_unknown', 'archive_unknown', 'nothing_recognised'],
    ]);
  });

  test('a bomb that lies about its size is stopped by what it unpacks to', async () => {
    const liar = { name: 'bomb.jsonl', data: `${good}${' '.repeat(3 * 2 ** 20)}`, declaredSize: 500 };
    const { codes } = await shapes([inZip(liar)]);
    expect(codes).toContain('archive_broken');
  });

  test('the total of an archive is bounded, nested ones included', async () => {
    const inner = zip([{ name: 'inner.jsonl', data: good.replace('sess-1', 'inner') }]);
    const outer = [
      { name: 'in.zip', data: inner, method: 0 },
      { name: 'ok.jsonl', data: good },
    ];
    expect(await shapes([inZip(...outer)])).toMatchObject({ episodes: 2, codes: [] });
    expect((await shapes([inZip(...outer)], { archiveBytes: inner.length + good.length + 5 })).codes).toContain(
      'archive_too_large',
    );
    expect(await shapes([inZip(...outer)], { archiveDepth: 1 })).toMatchObject({
      episodes: 1,
      codes: ['archive_too_deep'],
    });
  });

  test('cut, damaged and empty ones are told', async () => {
    const whole = zip([{ name: 'ok.jsonl', data: good }]);
    expect((await shapes([file('cut.zip', whole.slice(0, whole.length - 30))])).codes).toContain('archive_broken');
    const damaged = whole.slice();
    damaged.fill(0x55, 45, 60);
    expect((await shapes([file('damaged.zip', damaged)])).codes).toContain('archive_broken');
    expect((await shapes([file('empty.zip', zip([]))])).codes).toEqual(['nothing_recognised']);
  });

  test('gzip with one member and with several', async () => {
    const [first, second] = [good.slice(0, 100), good.slice(100)];
    const members = new Uint8Array(Buffer.concat([gzipSync(first), gzipSync(second)]));
    expect(await shapes([file('s.jsonl.gz', new Uint8Array(gzipSync(good)))])).toMatchObject({
      episodes: 1,
      codes: [],
    });
    expect(await shapes([file('s.jsonl.gz', members)])).toMatchObject({ episodes: 1, codes: [] });
    expect((await shapes([file('s.jsonl.gz', new Uint8Array(gzipSync(good)).slice(0, 80))])).codes).toContain(
      'archive_broken',
    );
  });

  test('tar, gzipped tar and zstd', async () => {
    const long = `${'deep/'.repeat(30)}good.jsonl`;
    const packed = tar([
      { name: long, data: good },
      { name: 'link', data: '', type: '2' },
      { name: '../up.jsonl', data: good },
    ]);
    for (const archive of [file('a.tar', packed), file('a.tar.gz', new Uint8Array(gzipSync(packed)))]) {
      const { parsed, codes } = await shapes([archive]);
      expect(episodesOf(parsed)[0]?.provenance.path).toBe(`a.tar/${long}`);
      expect(codes).toEqual(['unsafe_name']);
    }
    expect((await shapes([file('cut.tar', packed.slice(0, 1200))])).codes).toContain('archive_broken');
    expect(await shapes([file('s.jsonl.zst', zstd(good))])).toMatchObject({ episodes: 1, codes: [] });
    expect((await shapes([file('s.jsonl.zst', zstd(good, 200))])).codes).toContain('archive_bomb');
    expect((await shapes([file('s.jsonl.zst', zstd(good).slice(0, 60))])).codes.join()).toMatch(
      /archive_broken|unknown_file/,
    );
  });

  test('a gzip bomb is stopped', async () => {
    const bomb = new Uint8Array(gzipSync(`${good}${' '.repeat(20 * 2 ** 20)}`));
    expect((await shapes([file('s.jsonl.gz', bomb)])).codes).toContain('archive_bomb');
  });
});

test('findings never repeat the text they are about', async () => {
  const secret = ['hunter', '2-is-secret'].join('');
  const files = [
    file('s.jsonl', `${jsonl(header, user('a', null, secret), answer('b', 'lost', secret))}{"broken":"${secret}`),
    file('n.txt', secret),
  ];
  const { findings, drop } = await readDrop(files);
  expect(findings.length).toBeGreaterThan(1);
  const ctx = testContext();
  const reports = await Promise.all(drop.sources.map((source) => inspectSource(source, drop, ctx)));
  expect(JSON.stringify([findings, reports])).not.toContain(secret);
});

test('a cancel is no finding', async () => {
  const controller = new AbortController();
  controller.abort();
  async function* files() {
    yield file('s.jsonl', good);
  }
  await expect(openDrop(files(), testContext({}, controller.signal))).rejects.toMatchObject({ name: 'AbortError' });
});
