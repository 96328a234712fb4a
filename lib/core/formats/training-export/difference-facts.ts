import { isJsonObject } from '../../text/json.ts';
import type { Episode } from '../../types.ts';
import { isDraft, plainText } from '../draft.ts';
import { convertEntry } from '../openclaw-message.ts';
import { roleOf, type Session } from '../session.ts';
import type { DifferenceFacts } from './differences.ts';
import type { Snapshot } from './snapshot.ts';
import type { Faithful } from './task-messages.ts';

/** What explains the differences between a session's two conversions. */
export function differenceFacts(
  session: Session,
  snapshot: Snapshot,
  { own }: Faithful,
  corrected: Pick<Episode, 'damage'>,
): DifferenceFacts {
  const userSide = session.path.flatMap((entry) => {
    const draft = convertEntry(entry);
    return isDraft(draft) && draft.role === 'user' ? [{ role: roleOf(entry), text: plainText(draft.content) }] : [];
  });
  const texts = (wanted: boolean) =>
    userSide.filter(({ role }) => (role === 'user') === wanted).map(({ text }) => text);
  return {
    userTexts: texts(true),
    notes: texts(false),
    recordingCut: !snapshot.messages.every(isJsonObject),
    damage: corrected.damage,
    ownThinking: own,
  };
}
