import { Card } from '../ui/card.tsx';

const KINDS = [
  { kind: 'Trajectory bundle', where: 'a folder or zip that openclaw sessions export-trajectory wrote' },
  { kind: 'Agent database', where: 'openclaw-agent.sqlite of the agent’s home, also gzipped' },
  { kind: 'Session file', where: 'a .jsonl under sessions, archived ones too; its sidecar is joined by session id' },
  { kind: 'Episodes', where: 'episodes.jsonl, or rows that this program or the training protocol wrote' },
] as const;

/** The empty state of the table: what could be in it. */
export function WhatIsRead() {
  return (
    <Card
      title="What is read"
      note="What a file is, is found out from its content. Anything else is named and skipped."
    >
      <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[132px_minmax(0,1fr)]">
        {KINDS.map(({ kind, where }) => (
          <div key={kind} className="sm:contents">
            <dt>{kind}</dt>
            <dd className="text-mute">{where}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
