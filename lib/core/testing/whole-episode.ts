import type { MessageView } from '../views/conversation-views.ts';
import type { Workspace } from '../workspace.ts';

/** The messages of an episode on one page. */
export async function messagesOf(
  workspace: Pick<Workspace, 'episodeBlocks'>,
  ordinal: number,
): Promise<readonly MessageView[]> {
  const { rows } = await workspace.episodeBlocks(ordinal, { offset: 0, limit: 10_000 });
  return rows.flatMap(({ messages }) => messages);
}
