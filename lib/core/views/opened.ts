import { readEpisodes } from '../formats/read.ts';
import type { Host } from '../host.ts';
import { serialiseRow } from '../output/row.ts';
import { quietContext } from '../passes/read-drop.ts';
import { readEpisode, type Segment } from '../passes/segment.ts';
import type { Member, State } from '../passes/state.ts';
import { createPropagator, type Propagator } from '../stages/redact.ts';
import type { Episode } from '../types.ts';
import { type OpenConversation, openConversation } from './conversation.ts';
import { type InspectedSession, inspectSession } from './inspect-session.ts';
import type { Listed } from './list-episodes.ts';
import { type OpenEpisode, openEpisode } from './open-episode.ts';
import { previewRow } from './preview-row.ts';

/** What is looked at, held open so that paging through it reads nothing again. All throw a RangeError for what is not there. */
export interface Opened {
  episode(ordinal: number): Promise<OpenEpisode>;
  conversation(ordinal: number): Promise<OpenConversation>;
  session(source: number, sessionId: string, signal: AbortSignal): Promise<InspectedSession>;
  /** Holds nothing any more; what is asked for is opened again. */
  clear(): void;
}

/** What was asked for last, held by what it is. */
interface Held<T> {
  readonly key: string;
  readonly value: T;
}

/** Redact and Curate each have one open. */
const KEPT_OPEN = 2;

export function createOpened(state: State, listed: readonly Listed[], host: Host): Opened {
  let session: Held<InspectedSession> | undefined;
  let conversation: Held<OpenConversation> | undefined;
  /** By ordinal, the last one asked for at the end. */
  const episodes = new Map<number, Promise<OpenEpisode>>();

  const memberAt = (ordinal: number): Member => {
    const member = state.members[ordinal];
    if (!member) throw new RangeError(`there is no episode ${ordinal}`);
    return member;
  };

  async function readSides(ordinal: number): Promise<OpenEpisode> {
    const member = memberAt(ordinal);
    const { row } = listed[ordinal] as Listed;
    const after = await readEpisode(member.segment.scratch, member.entry.place);
    const before = await original(state, member, after, host);
    const exported = serialiseRow(previewRow(state, ordinal, after));
    return openEpisode({ row, before, after, exported }, state.redactor, propagatorOf(member.segment));
  }

  return {
    episode: (ordinal) => {
      const episode = episodes.get(ordinal) ?? readSides(ordinal);
      episodes.delete(ordinal);
      episodes.set(ordinal, episode);
      episode.catch(() => episodes.delete(ordinal));
      for (const other of [...episodes.keys()].slice(0, -KEPT_OPEN)) episodes.delete(other);
      return episode;
    },
    conversation: async (ordinal) => {
      const key = String(ordinal);
      if (conversation?.key === key) return conversation.value;
      const { segment, entry } = memberAt(ordinal);
      const value = openConversation(await readEpisode(segment.scratch, entry.place));
      conversation = { key, value };
      return value;
    },
    session: async (source, sessionId, signal) => {
      const key = `${source} ${sessionId}`;
      if (session?.key === key) return session.value;
      session = undefined;
      const { drop, segments, redactor, recipe } = state;
      const real = segments.find(({ origin }) => origin === 'real');
      const redaction = { redactor, propagator: real ? propagatorOf(real) : null };
      const ctx = { ...quietContext(host, signal), reading: recipe.reading, redaction };
      const found = drop.sources[source];
      const value = found && (await inspectSession(found, sessionId, drop, ctx));
      if (!value) throw new RangeError('there is no such session');
      session = { key, value };
      return value;
    },
    clear: () => {
      session = undefined;
      conversation = undefined;
      episodes.clear();
    },
  };
}

const propagators = new WeakMap<Segment, Propagator>();

/** Only what was read is settled over all of the drop; kept for as long as the segment stands. */
function propagatorOf(segment: Segment): Propagator | null {
  if (segment.origin !== 'real') return null;
  const known = propagators.get(segment) ?? createPropagator(segment.values);
  propagators.set(segment, known);
  return known;
}

/** The episode as its file has it, read once more: the workspace keeps no text that was not redacted. */
async function original(state: State, { entry, segment }: Member, after: Episode, host: Host): Promise<Episode> {
  if (segment.origin !== 'real') return after;
  const source = state.drop.sources[entry.source];
  if (!source) return after;
  const ctx = { ...quietContext(host, new AbortController().signal), reading: state.recipe.reading };
  for await (const parsed of readEpisodes(source, state.drop, ctx))
    if (parsed.type === 'episode' && parsed.episode.id === entry.id) return parsed.episode;
  return after;
}
