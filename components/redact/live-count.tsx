'use client';

import { useEffect } from 'react';
import { matchCounts, useCount, useWorkspace } from '@/lib/state/app.ts';
import { capital, plural } from '@/lib/state/figures.ts';
import type { MatchCount, MatchQuery } from '@/workers/protocol.ts';

/** Between two letters of a fast typist. */
const REST_MS = 250;

export function useMatchCount({ kind, text }: MatchQuery, draft: boolean): MatchCount | null {
  const revision = useWorkspace((state) => state.revision);
  const count = useCount({ kind, text });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is a new question
  useEffect(
    function askWhenAtRest() {
      if (text === '') return;
      const query = { kind, text };
      const timer = setTimeout(() => matchCounts.ask(query), draft ? REST_MS : 0);
      return () => {
        clearTimeout(timer);
        matchCounts.withdraw(query);
      };
    },
    [kind, text, draft, revision],
  );
  return count;
}

/** How often it stands in the whole drop, as it is typed. */
export function LiveCount({ kind, text, draft = false }: MatchQuery & { readonly draft?: boolean }) {
  const count = useMatchCount({ kind, text }, draft);
  if (text === '') return null;
  if (!count) return <span>Counting…</span>;
  if (count.problem) return <span className="text-bad">{capital(count.problem)}.</span>;
  return <span>{kind === 'value' ? sayValue(count) : <Matches count={count} />}</span>;
}

const stands = ({ occurrences, episodes }: MatchCount): string =>
  `${plural(occurrences, 'time')} in ${plural(episodes, 'episode')}`;

/** More of all text than this is hardly what somebody wants to replace. */
const MUCH = 0.1;

function Matches({ count }: { readonly count: MatchCount }) {
  const replaced = count.replaced > 0 ? `${plural(count.replaced, 'place')} with it replaced already.` : '';
  if (count.occurrences === 0) return replaced || 'Not in this drop.';
  return (
    <>
      {count.share > MUCH ? (
        <b className="font-semibold text-warn">That is {Math.round(count.share * 100)} % of all text. </b>
      ) : null}
      Stands {stands(count)}. {replaced}
    </>
  );
}

function sayValue(count: MatchCount): string {
  if (count.replaced > 0) return `${plural(count.replaced, 'replaced place')} would stay.`;
  return count.occurrences === 0 ? 'Not in this drop.' : `Stands ${stands(count)}.`;
}
