import type { Random } from '../../text/random.ts';
import type { Message, ToolCall } from '../../types.ts';
import { textMessage } from '../text-message.ts';
import type { Act, Call, Hand, Observation, Policy } from './policy.ts';
import { violationOf } from './schema.ts';
import { withSlip } from './slip.ts';
import type { Delegate } from './tools/tool.ts';
import { toolNamed } from './tools/toolbox.ts';
import { hexId, type World } from './world.ts';

const MAX_ACTS = 40;

export interface Turn {
  readonly text: string;
  readonly policy: Policy;
}

export interface PlayedCall extends Call, Observation {
  readonly turn: number;
}

export interface Transcript {
  /** Without the system message. */
  readonly messages: readonly Message[];
  readonly calls: readonly PlayedCall[];
  /** One a turn. */
  readonly answers: readonly string[];
  /** What was wrong with calls: unknown tool, arguments that break the schema. */
  readonly violations: readonly string[];
  /** The system text as the player saw it, where it mattered when that was. */
  readonly system?: string;
}

export interface Stage {
  readonly world: World;
  readonly offered: readonly string[];
  readonly random: Random;
  readonly hand: Hand;
  /** Words of the agent beside its calls, if it says any. */
  aside(moment: 'start' | 'failed'): string;
  /** Share of plays with one mistyped path. */
  readonly slips: number;
}

/** Lets policies act in a world, turn by turn. */
export async function play(stage: Stage, turns: readonly Turn[]): Promise<Transcript> {
  const messages: Message[] = [];
  const calls: PlayedCall[] = [];
  const answers: string[] = [];
  const violations: string[] = [];
  const budget = { left: stage.slips > 0 && stage.random.next() < stage.slips ? 1 : 0 };
  for (const [index, turn] of turns.entries()) {
    messages.push(textMessage('user', turn.text));
    const answer = await playTurn(stage, withSlip(turn.policy, stage.random, budget), {
      acted: (message) => messages.push(message),
      called: (call) => calls.push({ ...call, turn: index }),
      violated: (violation) => violations.push(violation),
    });
    messages.push(textMessage('assistant', answer));
    answers.push(answer);
  }
  return { messages, calls, answers, violations };
}

interface Watcher {
  acted(message: Message): void;
  called(call: Call & Observation): void;
  violated(violation: string): void;
}

async function playTurn(stage: Stage, policy: Policy, watcher: Watcher): Promise<string> {
  const { world, random } = stage;
  const moves = policy(stage.hand);
  let seen: readonly Observation[] = [];
  for (let acts = 0; acts <= MAX_ACTS; acts++) {
    const step = acts === 0 ? moves.next([]) : moves.next(seen);
    if (step.done) return step.value;
    const act = step.value;
    const toolCalls = act.calls.map(
      (call): ToolCall => ({ id: `call_${hexId(random, 10)}`, name: call.tool, arguments: call.args }),
    );
    watcher.acted(callMessage(stage, act, toolCalls, acts === 0 ? 'start' : failedAny(seen) ? 'failed' : undefined));
    const observations: Observation[] = [];
    for (const call of toolCalls) {
      world.clock.advance(400 + random.below(8000));
      const observation = await runCall(stage, call, watcher);
      observations.push(observation);
      watcher.called({ args: call.arguments, ...observation });
    }
    // Results arrive in the order in which the calls end, not in that in which they were made.
    const arrived = observations.length > 1 && random.below(3) > 0 ? random.shuffle(observations) : observations;
    for (const { callId, tool, text, isError } of arrived)
      watcher.acted({
        role: 'tool',
        content: [{ type: 'text', text }],
        toolCallId: callId,
        name: tool,
        ...(isError ? { isError } : {}),
        weight: 0,
      });
    seen = observations;
  }
  throw new Error(`a policy did not end within ${MAX_ACTS} acts`);
}

async function runCall(stage: Stage, call: ToolCall, watcher: Watcher): Promise<Observation> {
  const tool = stage.offered.includes(call.name) ? toolNamed(call.name) : undefined;
  if (!tool) {
    watcher.violated(`${call.name} is not offered`);
    return { tool: call.name, callId: call.id, text: `Tool ${call.name} not found`, isError: true };
  }
  const violation = violationOf(tool.definition.parameters, call.arguments);
  if (violation) watcher.violated(`${call.name}: ${violation}`);
  const { text, isError = false } = await tool.run(call.arguments, stage.world, delegateOf(stage));
  return { tool: call.name, callId: call.id, text, isError };
}

/** A child works in the same workspace; only its report comes back. */
export const delegateOf =
  (stage: Stage): Delegate =>
  async (label, task) => {
    const child = stage.world.init.children?.find(({ when }) => task.includes(when) || label.includes(when));
    if (!child) return { status: 'error', report: 'subagent failed: no agent available' };
    if (child.policy === 'dies') return { status: 'error', report: 'subagent failed: run timed out' };
    const report = await playTurn(stage, child.policy, { acted() {}, called() {}, violated() {} });
    return { status: 'ok', report };
  };

function callMessage(stage: Stage, act: Act, toolCalls: readonly ToolCall[], moment?: 'start' | 'failed'): Message {
  const { random } = stage;
  const says = moment !== undefined && random.below(moment === 'start' ? 4 : 2) === 0;
  const thinks = act.why !== undefined && random.below(3) > 0;
  return {
    role: 'assistant',
    content: says ? [{ type: 'text', text: stage.aside(moment) }] : [],
    ...(thinks && act.why ? { reasoning: asSentence(act.why) } : {}),
    toolCalls,
    weight: act.slip ? 0 : 1,
  };
}

const asSentence = (why: string): string => {
  const asks = /^(what|who|which \w+|how|where|when|why) (is|are|does|do|did|can)\b|^(is|are|does) /.test(why);
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}${/[.?!]$/.test(why) ? '' : asks ? '?' : '.'}`;
};

/** A search that finds nothing ends with 1 as well, and is often just what was hoped for. */
const failedAny = (seen: readonly Observation[]): boolean =>
  seen.some(({ isError, text }) => isError || /^(?!\(no output\)).*\(Command exited with code \d+\)$/s.test(text));
