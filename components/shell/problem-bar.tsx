'use client';

import { useWorkspace, workspace } from '@/lib/state/app.ts';
import { Button } from '../ui/button.tsx';

/** What went wrong, where it cannot be overlooked, until the person puts it away. */
export function ProblemBar() {
  const problem = useWorkspace((state) => state.problem);
  if (!problem) return null;
  return (
    <div role="alert" className="flex items-center gap-3 border-b border-line bg-bad-soft px-4 py-1.5 text-bad md:px-5">
      <span className="flex-1">{sayProblem(problem.message)}</span>
      <Button look="quiet" onClick={() => workspace.report(null)}>
        Put away
      </Button>
    </div>
  );
}

const sayProblem = (message: string): string => message.slice(0, 1).toUpperCase() + message.slice(1);
