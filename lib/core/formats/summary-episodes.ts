import { DamageCounts, type DropReason } from './damage.ts';
import { textDamage } from './damage-markers.ts';
import { type Draft, text } from './draft.ts';
import type { Session } from './session.ts';
import { dropReason, firstWords, type SessionPlace, withSystem } from './session-episodes.ts';
import type { Parsed } from './source.ts';
import { type Compaction, compactionsOf } from './training-export/compactions.ts';
import { SUMMARY_WORDING, summaryMessages, summaryTexts } from './training-export/summary-messages.ts';
import { wellFormed } from './well-formed.ts';

/** Key of the conversation that a compaction closed, and of its summary. */
export const pairKeyOf = (session: Session, window: number): string => `${session.id}/${window + 1}`;

/** One episode a compaction: what was said, and the summary that the agent went on with. */
export function readSummaries(session: Session, place: SessionPlace): readonly Parsed[] {
  return compactionsOf(session.path).map((compaction) => readSummary(session, place, compaction));
}

function readSummary(session: Session, place: SessionPlace, compaction: Compaction): Parsed {
  const { reading } = place;
  const { window, entry, tokensBefore, fromExtension, splitTurn, trimmedSince } = compaction;
  const id = `${pairKeyOf(session, window)}/summary`;
  const layout = reading.mode === 'faithful' ? 'exported' : 'summariser';
  const texts = summaryTexts(compaction, { layout, wording: SUMMARY_WORDING });
  if (!texts) return { type: 'dropped', id, reason: 'unusable_summary' satisfies DropReason };
  const damage = new DamageCounts();
  if (trimmedSince) damage.add('trim_after_summary');
  const [, prompt, answer] = summaryMessages(texts);
  const draft = (role: Draft['role'], content: string): Draft => {
    const found = textDamage(content);
    const place = { line: entry.line, timeMs: entry.timeMs, tags: [] };
    return { role, content: [text(content)], end: 'done', kept: false, damage: found ? [found] : [], ...place };
  };
  const drafts = [draft('user', prompt?.content ?? ''), draft('assistant', answer?.content ?? '')];
  const conversation = wellFormed(drafts, { continues: false, reading }, damage);
  const reason = dropReason(conversation, damage.codes(), reading);
  const turns = damage.turns();
  if (reason) return { type: 'dropped', id, reason, damage: damage.toRecord(), turns };
  return {
    type: 'episode',
    turns,
    episode: {
      id,
      origin: 'real',
      harness: session.harness ?? 'openclaw',
      sessionId: session.id,
      groupKey: place.groupKey,
      kind: 'compact-summary',
      pairKey: pairKeyOf(session, window),
      title: session.about?.title || firstWords([draft('user', answer?.content ?? '')]),
      outcome: 'unknown',
      tags: [...(fromExtension ? ['from-extension'] : []), ...(splitTurn ? ['split-turn'] : [])],
      messages: withSystem(texts.system, conversation.messages),
      tools: [],
      damage: damage.toRecord(),
      provenance: {
        path: place.path,
        line: entry.line,
        parser: session.parser,
        compaction: { tokensBefore, fromExtension },
        ...(entry.timeMs === undefined ? {} : { createdMs: entry.timeMs }),
      },
    },
  };
}
