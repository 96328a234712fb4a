'use client';

import { useState } from 'react';
import { questions, reviewEpisode, scanReview, useScanDecisions, workspace } from '@/lib/state/app.ts';
import { formatCount, plural } from '@/lib/state/figures.ts';
import { settleFindings } from '@/lib/state/recipe-edits.ts';
import type { ScanDecision, ScanDecisions } from '@/lib/state/scan-decisions.ts';
import { useAnswer } from '@/lib/state/use-answer.ts';
import type { BuildSummary } from '@/workers/protocol.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';

/** What a build ends in; it takes the focus when the control that asked for the build is gone. */
export const RESULT_ID = 'build-result';

function focusResult() {
  if (document.activeElement === document.body) document.getElementById(RESULT_ID)?.focus();
}

type Place = BuildSummary['residual'][number];

/** Says nothing about the length of what it covers. */
const MASK = '••••••';

/** What the final scan still found: each place to look at, to replace or to let through; the download waits for all of them. */
export function Residual({ built }: { readonly built: BuildSummary }) {
  const decisions = useScanDecisions(built);
  const [opened, setOpened] = useState<number | null>(null);
  const open = built.residual.filter(({ accepted }) => !accepted);
  const marks = new Set(open.map(({ mark }) => mark));
  const decide = (mark: string, decision: ScanDecision) => scanReview.decide(built, mark, decision);
  const apply = (decided: ScanDecisions) => {
    const values = [...decided.values()].flatMap((decision) => (decision.kind === 'replace' ? [decision.value] : []));
    const through = [...decided].flatMap(([mark, { kind }]) => (kind === 'accept' ? [mark] : []));
    workspace.edit(settleFindings(values, through));
    void workspace.build().then(focusResult);
  };
  return (
    <section aria-label="Final scan" className="mb-3 rounded-md bg-bad-soft p-3">
      <h3 className="font-semibold text-bad">
        {built.blocked
          ? `The download is blocked: the written files hold ${plural(marks.size, 'value')} in ${plural(open.length, 'place')}`
          : 'Let through knowingly; the manifest counts them by type'}
      </h3>
      {built.blocked ? (
        <p className="text-sm">Look at each, then replace it everywhere or let it through knowingly.</p>
      ) : null}
      <ul className="mt-1.5 max-h-96 overflow-auto text-sm">
        {built.residual.map((place, index) => (
          <li key={`${place.path} ${place.line} ${place.mark}`} className="border-t border-line py-1.5">
            <Line
              place={place}
              decision={decisions.get(place.mark)}
              open={opened === index}
              onOpen={() => setOpened(opened === index ? null : index)}
              onAccept={() => decide(place.mark, { kind: 'accept' })}
            />
            {opened === index ? (
              <Look
                index={index}
                place={place}
                replaced={decisions.get(place.mark)?.kind === 'replace'}
                onReplace={(value) => decide(place.mark, { kind: 'replace', value })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {built.blocked ? (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <Button look="primary" disabled={decisions.size === 0} onClick={() => apply(decisions)}>
            Build again
          </Button>
          {marks.size > 1 ? (
            <Button look="danger" onClick={() => apply(new Map([...marks].map((mark) => [mark, { kind: 'accept' }])))}>
              Let all {formatCount(marks.size)} through and build again
            </Button>
          ) : null}
          <span className="text-sm text-mute">
            {formatCount(decisions.size)} of {plural(marks.size, 'value')} decided
          </span>
        </div>
      ) : null}
    </section>
  );
}

function Line({
  place,
  decision,
  open,
  onOpen,
  onAccept,
}: {
  readonly place: Place;
  readonly decision: ScanDecision | undefined;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onAccept: () => void;
}) {
  const where = `${place.type} in line ${place.line} of ${place.path}`;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <b className="font-semibold">{place.type}</b>
      <span className="min-w-40 flex-1 break-all">
        {place.path}, line {formatCount(place.line)}
        {place.count > 1 ? `, ${formatCount(place.count)} times` : ''}
      </span>
      {decision?.kind === 'replace' ? <Chip tone="ok">will be replaced</Chip> : null}
      {place.accepted ? <Chip tone="plain">let through</Chip> : null}
      <span className="ml-auto flex gap-2">
        <Button aria-expanded={open} aria-label={`Look at ${where}`} onClick={onOpen}>
          Look
        </Button>
        {place.accepted ? null : (
          <Button aria-pressed={decision?.kind === 'accept'} aria-label={`Let it through: ${where}`} onClick={onAccept}>
            Let it through
          </Button>
        )}
      </span>
    </div>
  );
}

/** One place in its surroundings, its value covered until asked for. */
function Look({
  index,
  place,
  replaced,
  onReplace,
}: {
  readonly index: number;
  readonly place: Place;
  readonly replaced: boolean;
  readonly onReplace: (value: string) => void;
}) {
  const [revealed, setRevealed] = useState(false);
  const { value, problem } = useAnswer(`${index} ${place.mark}`, () => questions.residualText(index));
  if (problem) return <p className="py-1.5 text-bad">{problem}</p>;
  if (!value) return <p className="py-1.5 text-mute">Reading…</p>;
  return (
    <div className="mt-1.5 rounded bg-pane p-2">
      <p dir="auto" className="mb-2 font-mono text-sm break-words">
        {value.before}
        <mark className="rounded bg-warn-soft px-0.5 font-semibold text-warn">{revealed ? value.value : MASK}</mark>
        {value.after}
      </p>
      <div className="flex flex-wrap items-center gap-1.5">
        <Button aria-pressed={revealed} onClick={() => setRevealed(!revealed)}>
          {revealed ? 'Cover value' : 'Reveal value'}
        </Button>
        {place.path.includes('/') ? (
          <Button aria-pressed={replaced} onClick={() => onReplace(value.value)}>
            Replace it everywhere
          </Button>
        ) : (
          <span className="text-mute">It comes from a name or a choice of yours: change it there.</span>
        )}
        {place.ordinal === null ? null : (
          <Button
            look="quiet"
            onClick={() =>
              reviewEpisode(
                place.ordinal ?? 0,
                value.message === null ? undefined : { message: value.message, text: value.value },
              )
            }
          >
            Open its episode
          </Button>
        )}
      </div>
    </div>
  );
}
