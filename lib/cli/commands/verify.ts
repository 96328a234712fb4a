import { InputError } from '../../core/formats/input-error.ts';
import { type DatasetReader, VERIFY_CHECKS, type VerifyReport, verifyDataset } from '../../core/output/verify.ts';
import { withoutOwnMarks } from '../../core/passes/own-marks.ts';
import { readRecipe } from '../../core/read-recipe.ts';
import { DEFAULT_RECIPE, type Recipe } from '../../core/recipe.ts';
import { createCleanLiterals } from '../../core/redaction/clean-literals.ts';
import { findResidual } from '../../core/redaction/residual.ts';
import { createReviewedRedactor } from '../../core/redaction/reviewed.ts';
import { isJsonObject, tryParseJson } from '../../core/text/json.ts';
import type { Call } from '../arguments.ts';
import { EXIT, type Exit } from '../exit.ts';
import { readDataset } from '../read-dataset.ts';
import { follow, print, printable, tell } from '../terminal.ts';

export async function verify(call: Call, signal: AbortSignal): Promise<Exit> {
  const [path] = call.paths as readonly [string];
  try {
    const reader = await readDataset(path);
    const { written } = await createReviewedRedactor(await choicesOf(reader));
    const clean = createCleanLiterals();
    const scan = (line: string) => findResidual(written, withoutOwnMarks(line), { clean });
    const report = await follow(verifyDataset(reader, scan, signal));
    await print(call.json ? JSON.stringify(report) : describe(report));
    return report.ok ? EXIT.done : EXIT.refused;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (call.json) await print(JSON.stringify({ ok: false, error: error.code }));
    tell(`${printable(path)}: ${error.message}`);
    return EXIT.refused;
  }
}

const RECIPE_FILE = 'recipe.json';

/** What the dataset was asked to leave in on purpose is no finding. */
async function choicesOf(reader: DatasetReader): Promise<Pick<Recipe, 'redaction' | 'seed' | 'key'>> {
  const paths = await reader.list();
  if (!paths.includes(RECIPE_FILE)) return DEFAULT_RECIPE;
  const value = tryParseJson(await (await reader.file(RECIPE_FILE)).text());
  if (!isJsonObject(value)) return DEFAULT_RECIPE;
  return readRecipe({ redaction: value.redaction });
}

function describe({ ok, files, rows, checks }: VerifyReport): string {
  return [
    ...checks.flatMap((check) => [
      `${check.ok ? 'ok    ' : 'FAILED'}  ${check.name.padEnd(10)} ${VERIFY_CHECKS[check.name]}`,
      ...check.details.map((detail) => `          ${printable(detail)}`),
    ]),
    `${files} files, ${rows.train} train and ${rows.validation} validation rows: ${ok ? 'nothing wrong was found' : 'not as it should be'}`,
  ].join('\n');
}
