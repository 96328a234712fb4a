'use client';

import { Card } from '../ui/card.tsx';
import { Pane } from '../ui/pane.tsx';

/** Says what this step is for and what does it today. No control here pretends to work. */
export function EvaluatePane() {
  return (
    <Pane label="Evaluate" facts="after training">
      <div className="grid max-w-[72ch] gap-3">
        <Card title="Is the adapter better than what you had?">
          <p className="mb-3">
            This step compares answers of the model before and after training on the validation rows of your build. The
            page does not do it yet; the command line does:
          </p>
          <pre className="mb-3 rounded-md bg-soft p-3 font-mono text-sm break-words whitespace-pre-wrap">
            openclaw-dataset evaluate --val protocol/val.jsonl --baseline FILE --adapter FILE
          </pre>
          <p className="mb-1 font-semibold">You will need three files</p>
          <ol className="grid list-decimal gap-1 pl-5 text-mute">
            <li>
              <code className="font-mono text-sm">protocol/val.jsonl</code> from the zip you trained on: it must be the
              same build, or the comparison says nothing.
            </li>
            <li>The answers of the model before training, one line a row.</li>
            <li>The answers of the model with the adapter, one line a row.</li>
          </ol>
        </Card>
        <Card title="What it can and cannot say">
          <p className="text-mute">
            It measures how close answers are to the recorded ones, and whether tool calls are well formed. It does not
            run the tools, and a close answer is not always a right one. Few validation rows give a wide margin: below
            about a hundred, small differences mean nothing.
          </p>
        </Card>
      </div>
    </Pane>
  );
}
