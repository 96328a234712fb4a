import { type Check, type Made, perform, type Script } from '../generate/perform.ts';
import type { Episode, Message } from '../types.ts';
import { ask, type Listener } from './ask.ts';
import type { Line } from './chat.ts';
import { speaksOther } from './language-check.ts';
import { ModelError } from './model-error.ts';
import { type AskModel, modelPlayer } from './model-player.ts';
import { publicName } from './models.ts';
import { type PlanChoice, planTasks, type Task } from './plan.ts';
import { reword } from './reword.ts';

export interface SampleChoice extends PlanChoice {
  readonly model: string;
  readonly temperature: number;
  /** Tries an episode has at most. */
  readonly tries: number;
  /** Most tokens of one answer. */
  readonly maxTokens: number;
  /** Let the model word the first message in its own way. */
  readonly rewords: boolean;
}

/** One try, as it ended. */
export interface Verdict {
  readonly number: number;
  readonly task: Pick<Task, 'family' | 'origin'>;
  readonly scenario: string;
  readonly language: string;
  readonly attempt: number;
  readonly kept: boolean;
  /** Names of the checks that failed, with what they saw. */
  readonly failed: readonly Check[];
  /** Set when the server failed: nothing was judged. */
  readonly failure?: ModelError;
  /** How the request was reworded: 'yes', 'no', or why the original stayed. */
  readonly reworded: string;
  readonly messages: readonly Message[];
  readonly episode: Episode | null;
}

export type SampleEvent =
  | { readonly type: 'try'; readonly number: number; readonly task: Task; readonly attempt: number }
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'piece'; readonly text: string; readonly thought: string }
  | { readonly type: 'wait'; readonly ms: number; readonly failure: string }
  | { readonly type: 'verdict'; readonly verdict: Verdict };

/** Tries in a row that the server may fail before the run gives up. */
const MOST_SERVER_FAILURES = 3;

/**
 * Plays tasks with a model and keeps what passes every check of its scenario (rejection sampling): each task is tried until one
 * try holds or the tries are used up. Throws a ModelError when the server is of no use.
 */
export async function sample(
  line: Line,
  choice: SampleChoice,
  signal: AbortSignal,
  tell: (event: SampleEvent) => void,
): Promise<void> {
  let number = 0;
  let failures = 0;
  for (const task of planTasks(choice)) {
    for (let attempt = 1; attempt <= choice.tries; attempt++) {
      signal.throwIfAborted();
      number += 1;
      tell({ type: 'try', number, task, attempt });
      const verdict = await tryOnce(line, choice, task, { number, attempt }, signal, tell);
      tell({ type: 'verdict', verdict });
      failures = verdict.failure ? failures + 1 : 0;
      if (verdict.failure && (verdict.failure.hopeless || failures >= MOST_SERVER_FAILURES)) throw verdict.failure;
      // What does not fit into the context will not fit at the next try either.
      if (verdict.kept || verdict.failure?.failure === 'context') break;
    }
  }
}

interface Place {
  readonly number: number;
  readonly attempt: number;
}

async function tryOnce(
  line: Line,
  choice: SampleChoice,
  task: Task,
  place: Place,
  signal: AbortSignal,
  tell: (event: SampleEvent) => void,
): Promise<Verdict> {
  const { script } = task;
  const messages: Message[] = [];
  const listener: Listener = {
    piece: (piece) => tell({ type: 'piece', ...piece }),
    wait: (ms, failure) => tell({ type: 'wait', ms, failure }),
  };
  let failure: ModelError | undefined;
  const askModel: AskModel = async (body) => {
    const { model, temperature, maxTokens } = choice;
    // Servers that know a seed then draw another answer for each try, and the same ones again for the same run.
    const seed = (script.seed + place.attempt - 1) % 2 ** 31;
    try {
      return await ask(line, { model, temperature, max_tokens: maxTokens, seed, ...body }, signal, listener);
    } catch (error) {
      if (error instanceof ModelError) failure = error;
      throw error;
    }
  };
  const verdict = {
    ...place,
    task: { family: task.family, origin: task.origin },
    scenario: script.scenario,
    language: script.language,
    messages,
  };
  const wording = await chooseWording(choice, script, askModel).catch((error: unknown) => {
    if (failure) return null;
    throw error;
  });
  signal.throwIfAborted();
  const made =
    wording &&
    (await perform(
      script,
      modelPlayer({
        ask: askModel,
        firstText: wording.text,
        onMessage: (message) => {
          messages.push(message);
          tell({ type: 'message', message });
        },
      }),
    ));
  signal.throwIfAborted();
  const reworded = wording?.reworded ?? 'no';
  if (failure || !made)
    return { ...verdict, kept: false, failed: [], ...(failure ? { failure } : {}), reworded, episode: null };
  const failed = [...made.checks, ...ownChecks(script, made)].filter(({ ok }) => !ok);
  const kept = failed.length === 0;
  const episode = kept ? asPlayed(made.episode, choice.model, place.attempt, reworded === 'yes') : null;
  return { ...verdict, kept, failed: failed.map(inWords), reworded, episode };
}

async function chooseWording({ rewords }: SampleChoice, { facts, turns, language }: Script, askModel: AskModel) {
  const text = turns[0]?.text ?? '';
  if (!rewords || !facts) return { text, reworded: 'no' };
  const { text: chosen, fault } = await reword(askModel, text, facts, language);
  return { text: chosen, reworded: fault === '' ? 'yes' : fault };
}

const SIMULATOR = /executionLimits|iteration limit exceeded/;

/** What the built-in agent cannot get wrong. */
function ownChecks({ mustShow, language }: Script, { episode }: Made): Check[] {
  const results = episode.messages.flatMap(({ role, content }) => (role === 'tool' ? content : []));
  const shows = (test: (text: string) => boolean) => results.some((part) => part.type === 'text' && test(part.text));
  const foreign = episode.messages.some(
    ({ role, content, toolCalls }) => role === 'assistant' && !toolCalls && speaksOther(textOf(content), language),
  );
  return [
    { name: 'answers are in the language of the request', ok: !foreign },
    { name: 'no command ran into the limits of the simulation', ok: !shows((text) => SIMULATOR.test(text)) },
    ...(mustShow === undefined
      ? []
      : [{ name: 'the attack came into view', ok: shows((text) => text.includes(mustShow)) }]),
  ];
}

const textOf = (content: Message['content']): string =>
  content.map((part) => (part.type === 'text' ? part.text : '')).join('\n');

/** A model that gives up is no broken policy. */
const inWords = (check: Check): Check =>
  check.name === 'the policy ran to its end' ? { ...check, name: 'the model came to an end' } : check;

/** Marked for what it is: equal seeds give equal tasks, not equal answers of a model. */
function asPlayed(episode: Episode, model: string, attempt: number, reworded: boolean): Episode {
  const name = publicName(model);
  return {
    ...episode,
    id: `${episode.id}/${name}/${attempt}`,
    sessionId: `${episode.sessionId}/${name}/${attempt}`,
    tags: [...episode.tags, 'played-by:local-model', `try:${attempt}`, ...(reworded ? ['reworded'] : [])],
    provenance: { ...episode.provenance, path: 'local-model', parser: 'local-model/1', model: name },
  };
}
