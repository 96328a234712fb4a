import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderContent } from '../../output/row.ts';
import type { Episode, JsonValue, SourceFile } from '../../types.ts';
import { openDrop } from '../drop.ts';
import { createIssues } from '../issues.ts';
import { loadSessions } from '../load.ts';
import { readEpisodes } from '../read.ts';
import { each, FIXTURES, file, fixtureFiles, testContext, walk } from '../testing/drops.ts';
import { QUIRKS } from '../testing/export-cases.ts';
import { DEFAULT_COMPAT } from './compat.ts';
import { convertSnapshot } from './convert-snapshot.ts';
import { differenceFacts } from './difference-facts.ts';
import { DIFFERENCES, type Difference, type DifferenceFacts, explainDifferences } from './differences.ts';
import type { ExportMessage } from './export-line.ts';
import { recordedSnapshot, transcriptSnapshot } from './snapshot.ts';

interface Compared {
  readonly name: string;
  readonly faithful: readonly ExportMessage[];
  readonly corrected: readonly ExportMessage[];
  readonly facts: DifferenceFacts;
  readonly differences: readonly Difference[];
}

const asExported = ({ messages, tools }: Episode): readonly ExportMessage[] =>
  renderContent({ messages, tools }).messages.map(({ role, content, tool_calls, tool_call_id, reasoning_content }) => ({
    role,
    content,
    ...(tool_calls.length === 0 ? {} : { tool_calls }),
    ...(tool_call_id === '' ? {} : { tool_call_id }),
    ...(reasoning_content === '' ? {} : { reasoning_content }),
  }));

/** Each session of a drop in both forms: the export's own, and the last context window of the corrected one. */
async function compare(files: readonly SourceFile[]): Promise<readonly Compared[]> {
  const ctx = testContext();
  const drop = await openDrop(each(files), ctx);
  const compared: Compared[] = [];
  for (const source of drop.sources) {
    const episodes: Episode[] = [];
    for await (const parsed of readEpisodes(source, drop, ctx))
      if (parsed.type === 'episode') episodes.push(parsed.episode);
    for await (const session of loadSessions(source, ctx, createIssues(''))) {
      const last = episodes.findLast(({ sessionId }) => sessionId === session.id);
      for (const [from, snapshot] of Object.entries({
        recording: recordedSnapshot(session.recorded ?? {}),
        transcript: transcriptSnapshot(session.id, session.path),
      })) {
        if (typeof snapshot === 'string' || !last) continue;
        const converted = convertSnapshot(snapshot, DEFAULT_COMPAT);
        if (typeof converted === 'string') continue;
        const facts = differenceFacts(session, snapshot, converted, last);
        const [faithful, corrected] = [converted.messages, asExported(last)];
        const differences = explainDifferences(faithful, corrected, facts);
        compared.push({ name: `${source.path} ${from}`, faithful, corrected, facts, differences });
      }
    }
  }
  return compared;
}

/** Each source of the fixtures alone, so that every one is read and none gives way to a copy. */
const sources = [
  ...walk(`${FIXTURES}bundles`).reduce((all, path) => all.add(`bundles/${path.split('/', 1)[0]}`), new Set<string>()),
  ...walk(`${FIXTURES}sessions`).map((path) => `sessions/${path}`),
  ...['db/openclaw-agent.sqlite.gz', 'db/small-agent.sqlite.gz'],
];

const sessionOf = (messages: readonly JsonValue[]): SourceFile => {
  const rows = messages.map((message, at) => ({
    type: 'message',
    id: `e${at}`,
    parentId: at ? `e${at - 1}` : null,
    message,
  }));
  const header = { type: 'session', version: 3, id: 's', timestamp: '2026-01-01T00:00:00Z' };
  return file('s.jsonl', [header, ...rows].map((row) => `${JSON.stringify(row)}\n`).join(''));
};

describe('on one conversation a quirk', async () => {
  const quirks = QUIRKS.filter(
    ({ compat, messages }) => !compat && messages.every((message) => typeof message === 'object' && message),
  );
  const compared = await Promise.all(
    quirks.map(async ({ name, messages }) => ({
      name,
      differences: (await compare([sessionOf(messages)])).flatMap((item) => item.differences),
    })),
  );
  test.each(compared)('every difference of $name has a reason', ({ differences }) => {
    expect(differences.filter(({ reason }) => reason === null)).toEqual([]);
  });

  test('the reasons are these', () => {
    const reasons = new Set(compared.flatMap(({ differences }) => differences.map(({ reason }) => reason ?? '')));
    expect([...reasons].sort()).toMatchInlineSnapshot(`
      [
        "blank_text",
        "call_id",
        "empty_result",
        "hidden_reasoning",
        "image",
        "invented_result",
        "note_to_model",
        "orphan_result",
        "reasoning_moved",
        "result_lost",
        "result_moved",
        "turn_left_out",
        "unanswered_call",
        "users_joined",
      ]
    `);
  });
});

describe('on the fixtures', async () => {
  const compared = (await Promise.all(sources.map((path) => compare(fixtureFiles(path))))).flat();

  test('every session is compared', () => expect(compared.length).toBeGreaterThan(40));

  test.each(compared.map(({ name, differences }) => ({ name, differences })))(
    'every difference of $name has a reason',
    ({ differences }) => {
      expect(differences.filter(({ reason }) => reason === null)).toEqual([]);
    },
  );

  test('the reasons are these', () => {
    const reasons = new Set(compared.flatMap(({ differences }) => differences.map(({ reason }) => reason ?? '')));
    expect([...reasons].sort()).toMatchInlineSnapshot(`
      [
        "cache_marker",
        "call_id",
        "masked_otherwise",
        "note_to_model",
        "prompt_damaged",
        "prompt_found",
        "recording_cut",
        "recording_shortened",
        "result_moved",
        "turn_left_out",
        "users_joined",
      ]
    `);
    for (const reason of reasons) expect(DIFFERENCES).toHaveProperty(reason);
  });

  test('a change that nothing explains is told', () => {
    const usable = compared.filter(({ faithful }) => faithful.some(({ role }) => role === 'assistant'));
    fc.assert(
      fc.property(
        fc.constantFrom(...usable),
        fc.nat(),
        fc.boolean(),
        ({ faithful, corrected, facts }, place, thinking) => {
          const answers = faithful.flatMap(({ role }, at) => (role === 'assistant' ? [at] : []));
          const at = answers[place % answers.length] as number;
          const changed = faithful.map((message, index) => {
            if (index !== at) return message;
            return thinking
              ? { ...message, reasoning_content: 'Not mine.' }
              : { ...message, content: `${message.content}!` };
          });
          if (thinking && facts.ownThinking[at] === '') return;
          const before = explainDifferences(faithful, corrected, facts).length;
          const after = explainDifferences(changed, corrected, facts);
          expect(after.length).toBeGreaterThan(before - 1);
          if (!facts.recordingCut && !thinking && !facts.damage.failed_turn)
            expect(after.some(({ reason }) => reason === null)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
