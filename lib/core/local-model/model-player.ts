import { offeredBy, type Player, type Scene } from '../generate/perform.ts';
import { delegateOf, type PlayedCall, type Transcript } from '../generate/sim/play.ts';
import { toolNamed } from '../generate/sim/tools/toolbox.ts';
import { hexId } from '../generate/sim/world.ts';
import { textMessage } from '../generate/text-message.ts';
import type { JsonObject, Message, ToolCall } from '../types.ts';
import type { Answer } from './answer.ts';
import { chatMessages, chatTools } from './chat-messages.ts';
import { type ReadCall, readCall } from './faulty-calls.ts';

/** Answers of the model that one episode may take. */
const MOST_ANSWERS = 40;
/** Faulty calls that are forgiven: each got its error and is not trained on. */
const MOST_FAULTS = 2;

/** Asks the model; everything about server, sampling and waiting is inside. */
export type AskModel = (body: JsonObject) => Promise<Answer>;

export interface Game {
  readonly ask: AskModel;
  /** The first message, in other words perhaps. */
  readonly firstText?: string;
  onMessage(message: Message): void;
}

/** Lets a model act where the scenario's own policy would: in the same world, with the same tools, on the same requests. */
export const modelPlayer =
  (game: Game): Player =>
  async (scene) => {
    const { script, prompt } = scene;
    const system = prompt();
    const played: Played = { messages: [], calls: [], answers: [], faults: [], left: MOST_ANSWERS };
    const tell = (message: Message) => {
      played.messages.push(message);
      game.onMessage(message);
    };
    game.onMessage(textMessage('system', system));
    for (const [turn, { text }] of script.turns.entries()) {
      tell(textMessage('user', turn === 0 ? (game.firstText ?? text) : text));
      played.answers.push(await playTurn(scene, game, system, played, turn, tell));
    }
    const { messages, calls, answers, faults } = played;
    return { messages, calls, answers, violations: faults.slice(MOST_FAULTS), system } satisfies Transcript;
  };

interface Played {
  readonly messages: Message[];
  readonly calls: PlayedCall[];
  readonly answers: string[];
  readonly faults: string[];
  left: number;
}

async function playTurn(
  scene: Scene,
  game: Game,
  system: string,
  played: Played,
  turn: number,
  tell: (message: Message) => void,
): Promise<string> {
  const { script, stage } = scene;
  const offered = offeredBy(script);
  for (;;) {
    if (played.left-- <= 0) throw new Error(`no end within ${MOST_ANSWERS} answers`);
    const messages = chatMessages([textMessage('system', system), ...played.messages]);
    const answer = await game.ask({ messages, ...chatTools(offered) });
    if (answer.calls.length === 0) {
      tell(assistantMessage(answer, []));
      return finalText(answer);
    }
    const read = answer.calls.map((call) => readCall(call, script.tools));
    const toolCalls = read.map(
      (call): ToolCall => ({ id: `call_${hexId(stage.random, 10)}`, name: call.name, arguments: call.arguments }),
    );
    const faults = read.flatMap(({ fault }) => fault ?? []);
    tell({ ...assistantMessage(answer, toolCalls), weight: faults.length > 0 ? 0 : 1 });
    for (const [at, call] of read.entries()) {
      const result = await runCall(scene, call, toolCalls[at]?.id ?? '');
      // A call that was never run is no deed for the checks to judge.
      if (call.error === undefined) played.calls.push({ ...result, turn });
      tell(resultMessage(result));
    }
    played.faults.push(...faults);
    if (played.faults.length > MOST_FAULTS) throw new Error(`faulty calls: ${played.faults.join('; ')}`);
  }
}

type Ran = Omit<PlayedCall, 'turn'>;

async function runCall({ stage }: Scene, call: ReadCall, callId: string): Promise<Ran> {
  const { world, random } = stage;
  world.clock.advance(400 + random.below(8000));
  const ran = { tool: call.name, args: call.arguments, callId };
  if (call.error !== undefined) return { ...ran, text: call.error, isError: true };
  const tool = toolNamed(call.name);
  if (!tool) throw new RangeError(`no tool ${call.name}`);
  const { text, isError = false } = await tool.run(call.arguments, world, delegateOf(stage));
  return { ...ran, text, isError };
}

const CALL_AS_TEXT = /<tool_call>|<function=|\[TOOL_CALLS\]|<\|python_tag\|>/;

function finalText({ content, finish }: Answer): string {
  if (finish === 'cut') throw new Error('the answer was cut off at the limit of tokens');
  if (finish === 'filtered') throw new Error('the server filtered the answer');
  if (CALL_AS_TEXT.test(content))
    throw new Error('a tool call came as plain text: the server has no tool parser for this model');
  return content;
}

const assistantMessage = ({ content, reasoning }: Answer, toolCalls: readonly ToolCall[]): Message => ({
  role: 'assistant',
  content: content === '' ? [] : [{ type: 'text', text: content }],
  ...(reasoning === '' ? {} : { reasoning }),
  ...(toolCalls.length === 0 ? {} : { toolCalls }),
  weight: 1,
});

const resultMessage = ({ tool, text, isError, callId }: Ran): Message => ({
  role: 'tool',
  content: [{ type: 'text', text }],
  toolCallId: callId,
  name: tool,
  ...(isError ? { isError: true } : {}),
  weight: 0,
});
