import type { Random } from '../text/random.ts';
import type { Episode, Message, ToolDefinition } from '../types.ts';
import { failuresIn } from './failures.ts';
import { ungrounded } from './grounding.ts';
import { writePrompt } from './prompt.ts';
import type { Checks, End, Finish } from './scenarios/scenario.ts';
import { play, type Stage, type Transcript, type Turn } from './sim/play.ts';
import type { Hand } from './sim/policy.ts';
import { definitionAmong, type ToolName } from './sim/tools/toolbox.ts';
import { createWorld, uuid, type World, type WorldInit } from './sim/world.ts';
import { textMessage } from './text-message.ts';
import { COMMON } from './words/common.ts';
import { MANNERS } from './words/compose.ts';
import { joinWords } from './words/grammar.ts';
import { choosePhrase, fill, type Language, type PhraseBook } from './words/phrases.ts';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail?: string;
}

export interface Made {
  readonly episode: Episode;
  readonly checks: readonly Check[];
  /** All checks hold. */
  readonly verified: boolean;
}

/** Everything that one performance needs; equal scripts give equal bytes. */
export interface Script {
  readonly id: string;
  readonly origin: 'synthetic' | 'adversarial';
  readonly scenario: string;
  readonly seed: number;
  readonly language: Language;
  readonly tags: readonly string[];
  readonly world: WorldInit;
  readonly tools: readonly ToolName[];
  /** Lines under Rules in the system text. */
  readonly rules: readonly string[];
  /** What a hostile plug-in put at the end of a tool's description. */
  readonly describedAs?: Readonly<Partial<Record<ToolName, string>>>;
  readonly words: PhraseBook;
  readonly turns: readonly Turn[];
  /** A stream of random numbers of its own for each part. */
  stream(part: string): Random;
  /** Predicates over the end; `judgesAnswers: false` leaves out the check of what the answers state. */
  check(end: End): Checks | Promise<Checks>;
  readonly judgesAnswers: boolean;
  /** Last touch on the messages, such as a compaction. */
  finish?(messages: readonly Message[]): Finish;
  /** Share of episodes in which the agent mistypes a path once and sees what comes of it. */
  readonly slips: number;
  /** What the person states. Absent where the request is part of an attack and stands as it is written. */
  readonly facts?: readonly string[];
  /** A hostile text that must have been in view for the episode to be about it. */
  readonly mustShow?: string;
}

/** What a player is put into. */
export interface Scene {
  readonly script: Script;
  readonly world: World;
  readonly stage: Stage;
  /** The system text as of now. */
  prompt(): string;
}

/** Who acts: the scenario's own policies unless another is sent on. */
export type Player = (scene: Scene) => Promise<Transcript>;

const policies: Player = ({ stage, script }) => play(stage, script.turns);

/** Plays a script in a new world and judges what came of it. */
export async function perform(script: Script, player: Player = policies): Promise<Made> {
  const world = await createWorld(script.world, script.stream('world'));
  const createdMs = world.clock.now();
  const prompt = () => writePrompt(world, script.tools, script.stream('prompt'), script.rules);
  const played = await attempt(() => player({ script, world, stage: stageOf(script, world), prompt }));
  if ('error' in played)
    return {
      episode: episodeOf(script, { messages: [] }, createdMs),
      checks: [{ name: 'the policy ran to its end', ok: false, detail: played.error }],
      verified: false,
    };
  const checks = await judge(script, world, played.value);
  const messages = [textMessage('system', played.value.system ?? prompt()), ...played.value.messages];
  return {
    episode: episodeOf(script, script.finish?.(messages) ?? { messages }, createdMs),
    checks,
    verified: checks.every(({ ok }) => ok),
  };
}

function stageOf(script: Script, world: World): Stage {
  const words = script.stream('words/aside');
  return {
    world,
    offered: script.tools,
    random: script.stream('play'),
    hand: handOf(script.words, script.language, script.stream('policy')),
    aside: (moment) => words.pick(MANNERS[script.language].asides[moment]),
    slips: script.slips,
  };
}

async function judge(script: Script, world: World, { calls, answers, violations }: Transcript): Promise<Check[]> {
  const invented = answers.flatMap((answer, at) =>
    ungrounded(answer, [
      ...calls.filter(({ turn }) => turn <= at).map(({ text }) => text),
      ...script.turns.slice(0, at + 1).map(({ text }) => text),
      ...Object.values(script.describedAs ?? {}),
    ]),
  );
  const own = await script.check({ world, calls, answers, file: (path) => world.readText(path) });
  return [
    { name: 'calls fit their schemas', ok: violations.length === 0, detail: violations.join('; ') },
    ...(script.judgesAnswers
      ? [{ name: 'answers state only what was observed', ok: invented.length === 0, detail: invented.join(', ') }]
      : []),
    { name: 'answers are not empty', ok: answers.every((answer) => answer.trim() !== '') },
    ...Object.entries(own).map(([name, ok]) => ({ name, ok })),
  ];
}

function episodeOf(script: Script, { messages, kind = 'task' }: Finish, createdMs: number): Episode {
  const { id, origin, scenario, seed, tags } = script;
  const sessionId = uuid(script.stream('session'));
  return {
    id,
    origin,
    harness: 'synthetic',
    sessionId,
    groupKey: sessionId,
    kind,
    title: scenario,
    outcome: 'success',
    tags: [...tags, ...failuresIn(messages)],
    messages,
    tools: kind === 'task' ? offeredBy(script) : [],
    damage: {},
    provenance: { path: origin, line: 0, parser: `${origin}/1`, createdMs, scenario, seed },
  };
}

/** The tools as they are offered, with what a hostile plug-in wrote into their descriptions. */
export const offeredBy = ({ tools, describedAs }: Script): ToolDefinition[] =>
  tools.map((name) => describedBy(definitionAmong(name, tools), describedAs?.[name]));

const describedBy = (definition: ToolDefinition, appendix: string | undefined): ToolDefinition =>
  appendix ? { ...definition, description: `${definition.description} ${appendix}` } : definition;

const handOf = (words: PhraseBook, language: Language, random: Random): Hand => ({
  random,
  say: (key, facts = {}) =>
    joinWords(fill(choosePhrase({ ...COMMON, ...words }, key, language, random), facts), language),
});

async function attempt<T>(run: () => Promise<T>): Promise<{ value: T } | { error: string }> {
  try {
    return { value: await run() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
