import { withoutOwnMarks } from '../passes/own-marks.ts';
import { createCleanLiterals } from '../redaction/clean-literals.ts';
import { findResidual, type Residual } from '../redaction/residual.ts';
import { createReviewedRedactor } from '../redaction/reviewed.ts';
import type { RedactorChoice } from './redact.ts';

/** What a written line or file still holds; what stood clean in one before is not looked through again. */
export async function beginResidual(choice: RedactorChoice): Promise<(text: string) => readonly Residual[]> {
  const { written, mark } = await createReviewedRedactor(choice);
  const clean = createCleanLiterals();
  return (text) => findResidual(written, withoutOwnMarks(text), { clean, markOf: mark });
}
