import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import { readTime } from './openclaw-entry.ts';

/** One try at the model inside a run. */
export interface AttemptRecord {
  readonly startedMs: number | undefined;
  readonly endedMs: number | undefined;
  readonly model: string;
  readonly outcome: 'completed' | 'aborted' | 'timed out' | 'failed' | 'open';
  readonly error: string;
  /** As recorded, or undefined. */
  readonly usage: JsonObject | undefined;
}

/** What the runtime events tell of one run (openclaw.md section 2.5). */
export interface RunRecord {
  readonly id: string;
  readonly startedMs: number | undefined;
  readonly endedMs: number | undefined;
  readonly trigger: string;
  /** `''` when its end was not recorded. */
  readonly status: string;
  readonly error: string;
  readonly attempts: readonly AttemptRecord[];
  readonly fallbacks: readonly { readonly from: string; readonly to: string; readonly reason: string }[];
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };
type OpenRun = Mutable<Omit<RunRecord, 'attempts' | 'fallbacks'>> & {
  attempts: Mutable<AttemptRecord>[];
  fallbacks: RunRecord['fallbacks'][number][];
};

/** Gathers runs from runtime events in the order of their file. */
export interface RunLog {
  see(event: JsonObject): void;
  records(): readonly RunRecord[];
}

export function createRunLog(): RunLog {
  const runs = new Map<string, OpenRun>();

  const runOf = (event: JsonObject): OpenRun => {
    const id = asString(event.runId) ?? '';
    const known = runs.get(id);
    if (known) return known;
    const run: OpenRun = {
      id,
      startedMs: readTime(event.ts),
      endedMs: undefined,
      trigger: '',
      status: '',
      error: '',
      attempts: [],
      fallbacks: [],
    };
    runs.set(id, run);
    return run;
  };
  const attemptOf = (event: JsonObject): Mutable<AttemptRecord> => {
    const run = runOf(event);
    const last = run.attempts.at(-1);
    const attempt =
      last?.outcome === 'open'
        ? last
        : {
            startedMs: readTime(event.ts),
            endedMs: undefined,
            model: '',
            outcome: 'open' as const,
            error: '',
            usage: undefined,
          };
    if (attempt !== last) run.attempts.push(attempt);
    if (attempt.model === '') attempt.model = modelOf(event.provider, event.modelId);
    return attempt;
  };

  return {
    see: (event) => {
      const data = isJsonObject(event.data) ? event.data : {};
      switch (event.type) {
        case 'session.started': {
          const run = runOf(event);
          run.trigger ||= asString(data.trigger) ?? '';
          const last = run.attempts.at(-1);
          if (last?.outcome === 'open') last.outcome = 'failed';
          attemptOf(event);
          break;
        }
        case 'context.compiled':
          attemptOf(event);
          break;
        case 'model.completed': {
          const attempt = attemptOf(event);
          attempt.endedMs = readTime(event.ts);
          attempt.outcome = outcomeOf(data);
          attempt.error = errorOf(data);
          attempt.usage = isJsonObject(data.usage) ? data.usage : undefined;
          break;
        }
        case 'model.fallback_step':
          runOf(event).fallbacks.push({
            from: asString(data.fallbackStepFromModel) ?? '',
            to: asString(data.fallbackStepToModel) ?? '',
            reason: asString(data.fallbackStepFromFailureReason) ?? '',
          });
          break;
        case 'session.ended': {
          const run = runOf(event);
          run.endedMs = readTime(event.ts);
          run.status = asString(data.status) ?? '';
          run.error = errorOf(data);
          break;
        }
        default:
      }
    },
    records: () => [...runs.values()],
  };
}

const modelOf = (provider: JsonValue | undefined, model: JsonValue | undefined): string =>
  [asString(provider) ?? '', asString(model) ?? ''].filter((part) => part !== '').join('/');

const TIMEOUTS = [
  'timedOut',
  'idleTimedOut',
  'timedOutDuringCompaction',
  'timedOutDuringToolExecution',
  'timedOutByRunBudget',
];

function outcomeOf(data: JsonObject): AttemptRecord['outcome'] {
  if (TIMEOUTS.some((flag) => data[flag] === true)) return 'timed out';
  if (data.aborted === true || data.externalAbort === true) return 'aborted';
  if (data.stopReason === 'aborted') return 'aborted';
  return errorOf(data) === '' && data.stopReason !== 'error' ? 'completed' : 'failed';
}

const errorOf = ({ promptError, terminalError }: JsonObject): string =>
  asString(promptError) ?? asString(terminalError) ?? '';
