import { DAMAGE, type DamageCode } from '../../core/formats/damage.ts';
import { openDrop } from '../../core/formats/drop.ts';
import { DAMAGE_POLICIES } from '../../core/formats/policies.ts';
import { inspectSource, type SourceReport } from '../../core/formats/read.ts';
import { DEFAULT_LIMITS, type ReadContext, SOURCE_KINDS } from '../../core/formats/source.ts';
import { DEFAULT_READING } from '../../core/recipe.ts';
import type { Finding, SourceFile } from '../../core/types.ts';
import { digestSessions, type SessionDigest } from '../../core/views/session-digest.ts';
import type { Call } from '../arguments.ts';
import { EXIT, type Exit } from '../exit.ts';
import { readPaths } from '../read-paths.ts';
import { print, printable, tell } from '../terminal.ts';

export async function inspect(call: Call, signal: AbortSignal): Promise<Exit> {
  const { files, passedOver } = await readPaths(call.paths);
  for (const sentence of passedOver) tell(`passed over: ${printable(sentence)}`);
  const findings: Finding[] = [];
  const ctx: ReadContext = {
    signal,
    limits: DEFAULT_LIMITS,
    report: (finding) => findings.push(finding),
    progress: () => undefined,
  };
  const drop = await openDrop(each(files), ctx);
  const sources: SourceReport[] = [];
  const digests: ReadonlyMap<string, SessionDigest>[] = [];
  const quiet = { ...ctx, report: () => undefined };
  for (const source of drop.sources) {
    sources.push(await inspectSource(source, drop, ctx));
    digests.push(call.json ? await digestSessions(source, drop, quiet) : new Map());
  }
  const notes = [...drop.skipped, ...findings];
  if (call.json) {
    const details = sources.map((source, at) => detailsOf(source, digests[at] ?? new Map()));
    const told = { sources: sources.map(reportOf), skipped: drop.skipped, findings, details, codes: codesIn(sources) };
    await print(JSON.stringify(told));
    return EXIT.done;
  }
  for (const source of sources) await print(describe(source));
  for (const { path, line, message, count } of notes)
    await print(`${printable(path)}${line ? `:${line}` : ''}  ${message}${count > 1 ? ` (${count} times)` : ''}`);
  return EXIT.done;
}

async function* each(files: readonly SourceFile[]): AsyncGenerator<SourceFile> {
  yield* files;
}

/** Scripts rely on these names. */
const reportOf = ({ path, kind, version, sessions }: SourceReport) => ({
  path,
  kind,
  version,
  sessions: sessions.map(({ id, counts, damage, repaired, warnings }) => ({ id, counts, damage, repaired, warnings })),
});

/** What the page shows beyond them, source by source. */
const detailsOf = ({ path, sessions }: SourceReport, digests: ReadonlyMap<string, SessionDigest>) => ({
  path,
  sessions: sessions.map(({ id, trims }) => ({
    id,
    ...(trims ? { trims: { ...trims, policy: DEFAULT_READING.trims, call_policy: DEFAULT_READING.trimCalls } } : {}),
    ...digests.get(id),
  })),
});

/** What the codes mean that occur, and what can be done about each. */
function codesIn(sources: readonly SourceReport[]) {
  const found = sources.flatMap(({ sessions }) =>
    sessions.flatMap(({ damage, repaired }) => [...Object.keys(damage), ...Object.keys(repaired)]),
  );
  return Object.fromEntries(
    [...new Set(found)].sort().map((code) => {
      const policy = DAMAGE_POLICIES[code as DamageCode];
      return [
        code,
        { meaning: DAMAGE[code as DamageCode], ...(policy ? { usual: policy.usual, choices: policy.choices } : {}) },
      ];
    }),
  );
}

function describe({ path, kind, version, sessions }: SourceReport): string {
  return [
    `${printable(path)}  ${SOURCE_KINDS[kind]}${version === '' ? '' : ` ${version}`}`,
    ...sessions.map(({ id, counts, damage, repaired, warnings, trims }) =>
      [
        `  ${printable(id)}: ${counts.user} user, ${counts.assistant} assistant, ${counts.tool_calls} tool calls, ${counts.tool_results} results`,
        ...told('damage', damage),
        ...told('put back', repaired),
        ...(trims ? told('trims', trims) : []),
        ...(warnings.length > 0 ? [`warnings ${warnings.join(', ')}`] : []),
      ].join('; '),
    ),
  ].join('\n');
}

function told(what: string, counts: Readonly<Record<string, number>>): readonly string[] {
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([code, count]) => `${code} × ${count}`);
  return parts.length > 0 ? [`${what} ${parts.join(', ')}`] : [];
}
