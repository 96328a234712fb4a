import { openDrop } from '../../core/formats/drop.ts';
import { inspectSource, type SourceReport } from '../../core/formats/read.ts';
import { DEFAULT_LIMITS, type ReadContext, SOURCE_KINDS } from '../../core/formats/source.ts';
import type { Finding, SourceFile } from '../../core/types.ts';
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
  for (const source of drop.sources) sources.push(await inspectSource(source, drop, ctx));
  const notes = [...drop.skipped, ...findings];
  if (call.json) {
    await print(JSON.stringify({ sources: sources.map(reportOf), skipped: drop.skipped, findings }));
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
const reportOf = ({ path, kind, version, sessions }: SourceReport) => ({ path, kind, version, sessions });

function describe({ path, kind, version, sessions }: SourceReport): string {
  return [
    `${printable(path)}  ${SOURCE_KINDS[kind]}${version === '' ? '' : ` ${version}`}`,
    ...sessions.map(({ id, counts, damage, repaired, warnings }) =>
      [
        `  ${printable(id)}: ${counts.user} user, ${counts.assistant} assistant, ${counts.tool_calls} tool calls, ${counts.tool_results} results`,
        ...told('damage', damage),
        ...told('put back', repaired),
        ...(warnings.length > 0 ? [`warnings ${warnings.join(', ')}`] : []),
      ].join('; '),
    ),
  ].join('\n');
}

function told(what: string, counts: Readonly<Record<string, number>>): readonly string[] {
  const parts = Object.entries(counts).map(([code, count]) => `${code} × ${count}`);
  return parts.length > 0 ? [`${what} ${parts.join(', ')}`] : [];
}
