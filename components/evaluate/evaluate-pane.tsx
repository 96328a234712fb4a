'use client';

import { Card } from '../ui/card.tsx';
import { Pane } from '../ui/pane.tsx';

/** Says what this step is for and that it is not there yet. No control here pretends to work. */
export function EvaluatePane() {
  return (
    <Pane label="Evaluate" facts="after training">
      <div className="grid max-w-[72ch] gap-3">
        <Card title="Is the adapter better than what you had?">
          <p className="mb-3">
            This step will compare answers of the model before and after training on the validation rows of your build.
            It is not there yet, neither here nor on the command line.
          </p>
          <p className="mb-1 font-semibold">It will need three files</p>
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
            It will measure how close answers are to the recorded ones, and whether tool calls are well formed. It will
            not run the tools, and a close answer is not always a right one. Few validation rows give a wide margin:
            below about a hundred, small differences mean nothing.
          </p>
        </Card>
      </div>
    </Pane>
  );
}
