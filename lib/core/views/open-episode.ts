import type { Propagator } from '../redaction/propagate.ts';
import type { ReviewedRedactor } from '../redaction/reviewed.ts';
import type { Episode, PageQuery } from '../types.ts';
import { blockStarts } from './conversation.ts';
import type { EpisodeBlocks, MessageView } from './conversation-views.ts';
import type { EpisodeRow, EpisodeView, FindingPlace } from './episode-views.ts';
import { cut, pieceOf } from './excerpts.ts';
import { messageViews } from './message-sides.ts';
import type { PlaceholderQuery } from './review-views.ts';
import type { MarkedText, TextPiece, TextPieceQuery, TextPlace } from './text-views.ts';

/** What an episode looks like in its file, after redaction, and as the row that is written. */
export interface EpisodeSides {
  readonly row: EpisodeRow;
  readonly before: Episode;
  readonly after: Episode;
  /** The canonical row as JSON. */
  readonly exported: string;
}

/** An episode held open, to be read in parts: one of 50 MB never crosses to the page at once. */
export interface OpenEpisode {
  readonly view: EpisodeView;
  findings(page: PageQuery): readonly FindingPlace[];
  blocks(page: PageQuery): EpisodeBlocks;
  text(query: TextPieceQuery): TextPiece;
  /** What a placeholder stands for, where the message has it; null where that cannot be told. */
  valueOf(query: Omit<PlaceholderQuery, 'ordinal'>): string | null;
}

/** Findings that come with the view. */
const FIRST_FINDINGS = 500;
/** Characters of the row as it is written that are shown before anybody asks for more. */
const FIRST_EXPORTED = 20_000;

export function openEpisode(
  { row, before, after, exported }: EpisodeSides,
  redactor: ReviewedRedactor,
  propagator: Propagator | null = null,
): OpenEpisode {
  const messages = messageViews(before.messages, after.messages, { redactor, propagator, episodeId: after.id });
  const starts = blockStarts(after.messages);
  const findings = findingsOf(row.id, messages, starts);
  const written: MarkedText = { text: JSON.stringify(JSON.parse(exported), null, 2), marks: [] };
  const { ordinal } = row;
  return {
    view: {
      row,
      findings: findings.slice(0, FIRST_FINDINGS),
      findingsTotal: findings.length,
      blocks: starts,
      tools: after.tools.map(({ name, description }) => ({ name, description })),
      tags: after.tags,
      provenance: provenanceLines(after),
      damage: after.damage,
      exported: cut(written, { ordinal, message: -1, part: 'exported', side: 'after' }, FIRST_EXPORTED),
    },
    findings: ({ offset, limit }) => findings.slice(offset, offset + limit),
    blocks: ({ offset, limit }) => ({
      total: starts.length,
      rows: starts.slice(offset, offset + limit).map((first, at) => ({
        first,
        messages: messages
          .slice(first, starts[offset + at + 1])
          .map((message, index) => shortened(message, ordinal, first + index)),
      })),
    }),
    text: (query) => pieceOf(query.part === 'exported' ? written : textAt(messages, query), query),
    valueOf: ({ message, placeholder }) => valueBehind(messages[message], placeholder),
  };
}

/** Where both sides have as many places, those in the same place belong together. */
function valueBehind(message: MessageView | undefined, placeholder: string): string | null {
  for (const [, { before, after }] of message ? partsOf(message) : []) {
    const at = after.marks.findIndex(({ start, end }) => after.text.slice(start, end) === placeholder);
    const replaced = before.marks.filter(({ standing }) => standing !== 'left');
    const mark = replaced[at];
    if (mark && replaced.length === after.marks.length && mark.type === after.marks[at]?.type)
      return before.text.slice(mark.start, mark.end);
  }
  return null;
}

type Pair = Pick<MessageView, 'before' | 'after'>;

/** The texts of a message in reading order. */
const partsOf = ({ before, after, reasoning, toolCalls }: MessageView): readonly (readonly [string, Pair])[] => [
  ...(reasoning ? [['reasoning', reasoning] as const] : []),
  ['content', { before, after }],
  ...toolCalls.map((call, number) => [`call ${number}`, call] as const),
];

function textAt(messages: readonly MessageView[], { message, part, side }: TextPlace): MarkedText {
  const found = messages[message] && partsOf(messages[message]).find(([name]) => name === part);
  if (!found) throw new RangeError('there is no such text');
  return found[1][side];
}

function findingsOf(
  episodeId: string,
  messages: readonly MessageView[],
  starts: readonly number[],
): readonly FindingPlace[] {
  const places: FindingPlace[] = [];
  let block = 0;
  for (const [message, view] of messages.entries()) {
    while ((starts[block + 1] ?? messages.length) <= message) block++;
    for (const [part, { before }] of partsOf(view))
      for (const mark of before.marks)
        places.push({ episodeId, block, message, part, mark, text: before.text.slice(mark.start, mark.end) });
  }
  return places;
}

function shortened(view: MessageView, ordinal: number, message: number): MessageView {
  const sides = (part: string, { before, after }: Pair): Pair => ({
    before: cut(before, { ordinal, message, part, side: 'before' }),
    after: cut(after, { ordinal, message, part, side: 'after' }),
  });
  return {
    ...view,
    ...sides('content', view),
    reasoning: view.reasoning && sides('reasoning', view.reasoning),
    toolCalls: view.toolCalls.map((call, number) => ({ ...call, ...sides(`call ${number}`, call) })),
  };
}

function provenanceLines({ provenance, harness, outcome, kind }: Episode): EpisodeView['provenance'] {
  const { path, line, parser, repairedFrom, model, createdMs, scenario, seed } = provenance;
  const lines: readonly (readonly [string, string | number | undefined])[] = [
    ['source', path],
    ['line', line || undefined],
    ['read as', parser],
    ['repaired from', repairedFrom?.join(', ')],
    ['harness', harness],
    ['kind', kind],
    ['outcome', outcome],
    ['model', model],
    ['started', createdMs === undefined ? undefined : new Date(createdMs).toISOString()],
    ['scenario', scenario],
    ['seed', seed],
  ];
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value: String(value) }]));
}
