import type { Episode, Message } from '../types.ts';
import type { MessageView } from '../views/conversation-views.ts';
import type { PlayEvent, PlayTally, TryRow } from '../views/play-views.ts';
import type { SampleEvent, Verdict } from './sample.ts';

/** Transcripts of rejected tries that stay readable; kept ones all do. */
const READABLE = 300;

/** What came of all tries so far: to show, to read again, and to hand on. */
export interface PlayRecord {
  /** Takes an event in and gives it as it is shown. */
  note(event: SampleEvent): PlayEvent;
  transcript(number: number): readonly MessageView[] | undefined;
  episodes(): readonly Episode[];
  clear(): void;
}

export function createPlayRecord(): PlayRecord {
  const tallies = new Map<string, PlayTally>();
  const transcripts = new Map<number, { kept: boolean; messages: readonly Message[] }>();
  const episodes: Episode[] = [];
  let before = 0;
  let last = 0;

  const forget = () => {
    const rejected = [...transcripts].filter(([, { kept }]) => !kept);
    for (const [number] of rejected.slice(0, Math.max(0, rejected.length - READABLE))) transcripts.delete(number);
  };

  const settle = ({ task, attempt, kept, failure, failed }: Verdict) => {
    const known = tallies.get(task.family) ?? { ...task, begun: 0, kept: 0, tries: 0, unjudged: 0, failures: {} };
    tallies.set(task.family, {
      ...known,
      begun: known.begun + (attempt === 1 ? 1 : 0),
      kept: known.kept + (kept ? 1 : 0),
      tries: known.tries + 1,
      unjudged: known.unjudged + (failure ? 1 : 0),
      failures: {
        ...known.failures,
        ...Object.fromEntries(failed.map(({ name }) => [name, (known.failures[name] ?? 0) + 1])),
      },
    });
  };

  return {
    note(event) {
      switch (event.type) {
        case 'try': {
          // A new run counts its tries from 1 again.
          if (event.number === 1) before = last;
          last = before + event.number;
          const { script, family, origin } = event.task;
          const { scenario, language } = script;
          return { type: 'try', number: last, family, origin, scenario, language, attempt: event.attempt };
        }
        case 'message':
          return { type: 'message', message: viewOf(event.message) };
        case 'verdict': {
          const { verdict } = event;
          settle(verdict);
          if (verdict.episode) episodes.push(verdict.episode);
          transcripts.set(last, { kept: verdict.kept, messages: verdict.messages });
          forget();
          return { type: 'verdict', row: rowOf(verdict, last), tallies: [...tallies.values()] };
        }
        default:
          return event;
      }
    },
    transcript: (number) => transcripts.get(number)?.messages.map(viewOf),
    episodes: () => episodes,
    clear: () => {
      tallies.clear();
      transcripts.clear();
      episodes.length = 0;
    },
  };
}

const rowOf = (verdict: Verdict, number: number): TryRow => ({
  number,
  ...verdict.task,
  scenario: verdict.scenario,
  language: verdict.language,
  attempt: verdict.attempt,
  kept: verdict.kept,
  failed: verdict.failed.map(({ name, detail = '' }) => ({ name, detail })),
  failure: verdict.failure?.failure ?? '',
  detail: verdict.failure?.detail ?? '',
  reworded: verdict.reworded,
});

const marked = (text: string) => ({ text, marks: [] });

/** As it stands: these texts are made up, so there is nothing to cover. */
function viewOf({
  role,
  content,
  weight,
  name = '',
  isError = false,
  reasoning,
  toolCalls = [],
}: Message): MessageView {
  const text = marked(content.map((part) => (part.type === 'text' ? part.text : '')).join('\n'));
  return {
    role,
    weight,
    name,
    isError,
    before: text,
    after: text,
    reasoning: reasoning === undefined ? null : { before: marked(reasoning), after: marked(reasoning) },
    toolCalls: toolCalls.map((call) => {
      const args = marked(JSON.stringify(call.arguments, null, 2));
      return { id: call.id, name: call.name, before: args, after: args };
    }),
  };
}
