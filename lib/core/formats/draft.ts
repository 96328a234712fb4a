import type { ContentPart, JsonObject, ToolCall } from '../types.ts';
import type { DamageCode } from './damage.ts';
import type { SourceKind } from './source.ts';
import type { TrimAudit } from './trim-audit.ts';

/** A message on its way to an episode: converted, not yet in a well-formed conversation. */
export interface Draft {
  readonly role: 'user' | 'assistant' | 'tool';
  readonly content: readonly ContentPart[];
  readonly reasoning?: string;
  readonly toolCalls?: readonly ToolCall[];
  readonly toolCallId?: string;
  readonly name?: string;
  readonly isError?: boolean;
  /** How an assistant message ended. */
  readonly end: 'done' | 'failed' | 'aborted' | 'cut';
  /** Seen by the model before this window: context only, its damage counted where it was new. */
  readonly kept: boolean;
  /** Damage inside this message. On an assistant message it also bars training. */
  readonly damage: readonly DamageCode[];
  /** What an agent left of its own result (dynamic-trim.md); `''` for nothing, undefined when it is whole. */
  readonly trimmed?: string | undefined;
  /** What the trims of the session mean for this message. */
  readonly trims?: Partial<TrimAudit>;
  /** It holds a trim call as the model wrote it, put back: trained on, it teaches when to shorten what is in view. */
  readonly trimCallPutBack?: boolean;
  /** Taken out, as the person chose; what was counted of it stays. */
  readonly removed?: boolean;
  /** Context only, for a reason that was counted where it was found. */
  readonly masked?: boolean;
  /** The episode that holds it is left out, as the person chose. */
  readonly barred?: boolean;
  /** Damage that was in it until another copy of the session put it right. */
  readonly repaired?: { readonly codes: readonly DamageCode[]; readonly from: SourceKind };
  readonly line: number;
  readonly timeMs: number | undefined;
  readonly model?: string;
  readonly tags: readonly string[];
}

export const text = (value: string): ContentPart => ({ type: 'text', text: value });

export const emptyObject: JsonObject = Object.freeze({});

/** Parts with neighbouring texts joined by `separator`; blank texts stay only when they are all there is. */
export function joinTexts(parts: readonly ContentPart[], separator: string): ContentPart[] {
  const joined: ContentPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = text(last.text + separator + part.text);
    else joined.push(part);
  }
  return joined.filter((part) => part.type !== 'text' || part.text !== '');
}

export const plainText = (parts: readonly ContentPart[]): string =>
  parts.map((part) => (part.type === 'text' ? part.text : '')).join('');

/** Told from the reason why something is no message. */
export const isDraft = (value: Draft | DamageCode | null): value is Draft =>
  value !== null && typeof value !== 'string';
