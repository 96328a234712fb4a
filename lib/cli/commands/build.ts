import type { StageCount } from '../../core/types.ts';
import type { BuildSummary } from '../../core/views/build-views.ts';
import type { Summary } from '../../core/views/summary-views.ts';
import { createWorkspace } from '../../core/workspace.ts';
import type { Call } from '../arguments.ts';
import { callRecipe } from '../call-recipe.ts';
import { EXIT, type Exit, UsageError } from '../exit.ts';
import { createNodeHost } from '../host.ts';
import { readPaths } from '../read-paths.ts';
import { follow, print, printable, tell } from '../terminal.ts';
import { findTarget, writeDataset } from '../write-dataset.ts';

export async function build(call: Call, signal: AbortSignal): Promise<Exit> {
  if (call.out === undefined) throw new UsageError('where to? name it: --out FILE.zip or --out DIR');
  const recipe = await callRecipe(call);
  if (call.paths.length === 0 && recipe.generators.length === 0)
    throw new UsageError('of what? name files or folders, or ask for --synthetic N or --adversarial N');
  const target = await findTarget(call.out);
  const { files, passedOver } = await readPaths(call.paths);
  for (const sentence of passedOver) tell(`passed over: ${printable(sentence)}`);

  const host = createNodeHost();
  const workspace = createWorkspace(host);
  try {
    workspace.addFiles(files);
    const summary = await follow(workspace.run(recipe, signal));
    for (const { path, message } of summary.skipped) tell(path === '' ? message : `${printable(path)}: ${message}`);
    const built = await follow(workspace.build(signal));
    await writeDataset(workspace.built(), target, signal);
    const { gates, blocked } = built;
    const ok = gates.minExamples && gates.redaction && !blocked;
    if (call.json) await print(JSON.stringify({ ok, out: call.out, ...resultOf(summary, built) }));
    else await print(report(summary, built, call.out));
    if (!ok) tell(complaint(built));
    return ok ? EXIT.done : EXIT.refused;
  } finally {
    await workspace.close();
    host.clear();
  }
}

const resultOf = (summary: Summary, built: BuildSummary) => ({
  rows: { train: summary.split.train.rows, validation: summary.split.validation.rows },
  stages: summary.stages,
  redaction: summary.redaction,
  gates: built.gates,
  blocked: built.blocked,
  residual: built.residual,
  passedOver: summary.skipped.length,
  files: built.files,
});

function report(summary: Summary, built: BuildSummary, out: string): string {
  const { train, validation } = summary.split;
  return [
    ...summary.stages.map(stageLine),
    `${train.rows} train and ${validation.rows} validation rows in ${built.files.length} files: ${printable(out)}`,
  ].join('\n');
}

function stageLine({ name, in: input, added, dropped, out }: StageCount): string {
  const told = (sign: string, counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([what, count]) => `  ${sign}${count} ${what}`)
      .join('');
  return `${name.padEnd(10)} ${input} → ${out}${told('+', added)}${told('−', dropped)}`;
}

function complaint({ gates, residual, blocked }: BuildSummary): string {
  return [
    ...(gates.minExamples ? [] : ['fewer rows than output.minExamples asks for']),
    ...(gates.redaction ? [] : ['a smaller share of redacted rows than output.minRedactionRate asks for']),
    ...(blocked
      ? [
          'the final scan still finds something in the written files; do not publish them before it is mended:',
          ...residual.map(({ path, line, type, count }) => `  ${path}:${line}  ${type} × ${count}`),
        ]
      : []),
  ].join('\n');
}
