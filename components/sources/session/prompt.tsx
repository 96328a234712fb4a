import { plural } from '@/lib/state/figures.ts';
import type { SessionOverview } from '@/workers/protocol.ts';
import { MarkedText } from '../../ui/marked-text.tsx';

/** The system prompt as it was recorded, redacted. */
export function Prompt({ overview: { prompt, promptDamaged } }: { readonly overview: SessionOverview }) {
  if (!prompt)
    return (
      <p className="text-mute">
        {promptDamaged
          ? 'The system prompt was recorded, but it is cut or lost, and no other file of the drop has it whole. Episodes of this session have none.'
          : 'No system prompt was recorded. Episodes of this session have none.'}
      </p>
    );
  return (
    <>
      <p className="mb-2 text-sm text-mute">
        {plural(prompt.chars, 'character')}
        {prompt.text.length < prompt.chars ? ', the beginning is shown' : ''}
        {promptDamaged ? '; another recording of it is cut, this one is whole' : ''}
      </p>
      <div dir="auto" className="font-mono text-sm whitespace-pre-wrap break-words">
        <MarkedText text={prompt.text} marks={[]} />
      </div>
    </>
  );
}
