import { generatorById } from '../../core/generate/catalog.ts';
import { renderRow, serialiseRow } from '../../core/output/row.ts';
import { namesOf } from '../../core/passes/names.ts';
import { DEFAULT_RECIPE, type GeneratorChoice } from '../../core/recipe.ts';
import { createRedactor } from '../../core/redaction/index.ts';
import { createFingerprinter } from '../../core/stages/fingerprint.ts';
import { redactEpisode } from '../../core/stages/redact.ts';
import type { Episode } from '../../core/types.ts';
import type { Call } from '../arguments.ts';
import { callGenerators } from '../call-recipe.ts';
import { EXIT, type Exit, UsageError } from '../exit.ts';
import { print, tell } from '../terminal.ts';

interface Made {
  readonly rows: number;
  readonly dropped: number;
}

/** The rows that a build of nothing else would begin with, in the order in which they are made; an attack's wrong half follows it. */
export async function generate(call: Call, signal: AbortSignal): Promise<Exit> {
  const choices = callGenerators({ ...call, seed: call.seed ?? DEFAULT_RECIPE.seed }, []);
  if (call.synthetic === undefined && call.adversarial === undefined)
    throw new UsageError('how many of which? ask for --synthetic N or --adversarial N');
  const made: Record<string, Made> = {};
  for (const choice of choices) made[choice.generator] = await printRows(choice, signal);
  const dropped = Object.values(made).reduce((sum, counts) => sum + counts.dropped, 0);
  if (dropped > 0) tell(`${dropped} episodes failed their own checks and were left out`);
  if (call.json) await print(JSON.stringify({ ok: true, made }));
  return EXIT.done;
}

async function printRows(choice: GeneratorChoice, signal: AbortSignal): Promise<Made> {
  const generator = generatorById(choice.generator);
  if (!generator) throw new UsageError(`there is no generator "${choice.generator}"`);
  const redactor = createRedactor(DEFAULT_RECIPE.redaction);
  const fingerprint = await createFingerprinter();
  const names = await namesOf(`${choice.generator}/${choice.seed}`);
  const wrongHalves = generator.wrongHalves?.(choice);
  let rows = 0;
  let dropped = 0;
  const write = async (made: Episode) => {
    const { episode, rules } = redactEpisode(made, redactor);
    const { rowId } = fingerprint(episode);
    const row = renderRow(episode, {
      id: rowId,
      sessionId: names.session(episode.sessionId),
      groupId: names.group(episode.groupKey),
      provenance: {},
      redactions: rules,
    });
    await print(serialiseRow(row));
    rows += 1;
  };
  for await (const made of generator.generate(choice, signal)) {
    const wrong = made && (await wrongHalves?.get(made.id)?.());
    if (made) await write(wrong ? { ...made, tags: [...made.tags, 'chosen'] } : made);
    if (wrong) await write(wrong);
    if (made === null || wrong === null) dropped += 1;
  }
  return { rows, dropped };
}
