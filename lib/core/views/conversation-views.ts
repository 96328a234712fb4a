/** A conversation as it is shown and paged. */

import type { Role } from '../types.ts';
import type { MarkedText } from './text-views.ts';

export interface ToolCallView {
  readonly id: string;
  readonly name: string;
  /** Arguments as indented JSON. */
  readonly before: MarkedText;
  readonly after: MarkedText;
}

export interface MessageView {
  readonly role: Role;
  readonly weight: 0 | 1;
  readonly name: string;
  readonly isError: boolean;
  readonly before: MarkedText;
  readonly after: MarkedText;
  readonly reasoning: { readonly before: MarkedText; readonly after: MarkedText } | null;
  readonly toolCalls: readonly ToolCallView[];
}

/** Part of a conversation as it will be written, in blocks: a message with the tool results that follow it. */
export interface ConversationPage {
  /** Blocks of the whole. */
  readonly total: number;
  readonly blocks: readonly (readonly MessageView[])[];
}

/** A message with the tool results that follow it. */
export interface EpisodeBlock {
  /** Place of its first message in the episode. */
  readonly first: number;
  readonly messages: readonly MessageView[];
}

export interface EpisodeBlocks {
  /** Blocks of the whole. */
  readonly total: number;
  readonly rows: readonly EpisodeBlock[];
}
