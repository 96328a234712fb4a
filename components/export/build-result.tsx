'use client';

import { openRedact, questions, useWorkspace, workspace } from '@/lib/state/app.ts';
import { formatBytes, formatCount, plural } from '@/lib/state/figures.ts';
import { saveFile } from '@/lib/state/save-file.ts';
import { useAnswer } from '@/lib/state/use-answer.ts';
import type { BuildSummary } from '@/workers/protocol.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Chip } from '../ui/chip.tsx';
import { ScrollFrame } from '../ui/scroll-frame.tsx';
import { RESULT_ID, Residual } from './residual.tsx';

async function download(name: string) {
  const result = await workspace.download();
  if (result.ok) saveFile(name, result.value);
  else workspace.report(result.error);
}

/** The zip, once it is built: what is in it, whether it passed, and the way to take it. */
export const BuildResult = () => (
  <section id={RESULT_ID} aria-label="Build" tabIndex={-1} className="min-w-0 rounded-lg">
    <Result />
  </section>
);

function Result() {
  const built = useWorkspace((state) => state.built);
  const work = useWorkspace((state) => state.work);
  if (!built)
    return (
      <Card title={work === 'building' ? 'Building' : 'Not built yet'}>
        <p className="text-mute">
          {work === 'building'
            ? 'Rows are written, scanned again as written, and packed.'
            : 'Build dataset, top right, writes the rows, scans them again as written, and packs the zip. A change of any choice asks for a new build.'}
        </p>
        <Undecided />
      </Card>
    );
  return (
    <Card
      title={built.fileName}
      aside={
        <Button look="primary" disabled={built.blocked} onClick={() => void download(built.fileName)}>
          Download dataset
        </Button>
      }
    >
      <p className="mb-2 flex flex-wrap items-center gap-1.5">
        <span className="text-mute">
          {formatBytes(built.bytes)}, {plural(built.files.length, 'file')}
        </span>
        <Gate passed={built.gates.minExamples} yes="enough rows" no="fewer rows than asked" />
        <Gate passed={built.gates.redaction} yes="redaction gate passed" no="redaction gate not passed" />
        <Gate passed={built.residual.length === 0} yes="final scan found nothing" no="final scan found something" />
      </p>
      {built.namesUndecided > 0 ? (
        <p className="mb-2 flex flex-wrap items-center gap-2 text-sm">
          <span>
            {plural(built.namesUndecided, 'possible name')} in these rows undecided: nothing was done about them, and
            the manifest says how many.
          </span>
          <Button onClick={() => openRedact('names')}>Look through the names in Redact</Button>
        </p>
      ) : null}
      {built.residual.length > 0 ? <Residual built={built} /> : null}
      <Files built={built} />
    </Card>
  );
}

/** Names that nobody has decided about yet, told before the build as well. */
function Undecided() {
  const revision = useWorkspace((state) => (state.summary ? state.revision : 0));
  const { value } = useAnswer(revision > 0 ? `${revision}` : null, () => questions.names(0));
  if (!value || value.undecided === 0) return null;
  return (
    <p className="mt-2 flex flex-wrap items-center gap-2 text-sm">
      <span>{plural(value.undecided, 'possible name')} undecided so far: they would be written as they stand.</span>
      <Button onClick={() => openRedact('names')}>Look through the names in Redact</Button>
    </p>
  );
}

const Gate = ({ passed, yes, no }: { readonly passed: boolean; readonly yes: string; readonly no: string }) => (
  <Chip tone={passed ? 'ok' : 'bad'}>{passed ? yes : no}</Chip>
);

const CELL = 'border-t border-line py-1 pr-3 align-top';

function Files({ built }: { readonly built: BuildSummary }) {
  return (
    <ScrollFrame label="Files in the zip" className="max-h-80">
      <table className="w-full text-left">
        <thead className="sticky top-0 bg-pane text-xs text-mute">
          <tr>
            <th className="pr-3 pb-1 font-medium">File</th>
            <th className="pr-3 pb-1 text-right font-medium">Rows</th>
            <th className="pr-3 pb-1 text-right font-medium">Size</th>
            <th className="pb-1 font-medium max-sm:hidden">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {built.files.map((file) => (
            <tr key={file.path}>
              <td className={`${CELL} break-all`}>{file.path}</td>
              <td className={`${CELL} text-right`}>{file.rows > 0 ? formatCount(file.rows) : '–'}</td>
              <td className={`${CELL} text-right whitespace-nowrap`}>{formatBytes(file.bytes)}</td>
              <td className={`${CELL} font-mono text-sm text-mute max-sm:hidden`} title={file.sha256}>
                {file.sha256.slice(0, 16)}…
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}
