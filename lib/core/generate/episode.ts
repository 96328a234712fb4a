import { createRandom, type Random } from '../text/random.ts';
import type { Episode, Message } from '../types.ts';
import { ungrounded } from './grounding.ts';
import { writePrompt } from './prompt.ts';
import type { Prepared, Scenario } from './scenarios/scenario.ts';
import { play, type Transcript, type Turn } from './sim/play.ts';
import type { Hand } from './sim/policy.ts';
import { TOOLBOX } from './sim/tools/toolbox.ts';
import { createWorld, uuid, type World } from './sim/world.ts';
import { COMMON } from './words/common.ts';
import { composeRequest, MANNERS } from './words/compose.ts';
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

export interface Draw {
  readonly seed: number;
  /** Place within the scenario. */
  readonly index: number;
  readonly language: Language;
}

/** Plays one scenario once and judges what came of it. */
export async function makeEpisode(scenario: Scenario, draw: Draw): Promise<Made> {
  const { seed, index, language } = draw;
  const stream = (part: string): Random => createRandom(seed, `${scenario.id}/${index}/${part}`);
  const prepared = scenario.prepare(stream('setting'), language, index);
  const world = await createWorld(prepared.world, stream('world'));
  const createdMs = world.clock.now();
  const words = stream('words');
  const turns = prepared.turns.map(({ ask, policy }, at): Turn => {
    const goal = choosePhrase(scenario.words, ask, language, words);
    return {
      text: at === 0 ? composeRequest(goal, prepared.asked, language, words) : fill(goal, prepared.asked),
      policy,
    };
  });
  const system = writePrompt(world, scenario.tools, stream('prompt'), []);
  const stage = {
    world,
    offered: scenario.tools,
    random: stream('play'),
    hand: handOf(scenario.words, language, stream('policy')),
    aside: (moment: 'start' | 'failed') => words.pick(MANNERS[language].asides[moment]),
  };
  const id = `synthetic/${scenario.id}/${seed}/${index}`;
  const played = await attempt(() => play(stage, turns));
  if ('error' in played) return failedEpisode(scenario, draw, id, played.error);
  const checks = await judge(prepared, world, played.value, turns);
  const ids = stream('ids');
  const sessionId = uuid(ids);
  const episode: Episode = {
    id,
    origin: 'synthetic',
    harness: 'synthetic',
    sessionId,
    groupKey: sessionId,
    kind: 'task',
    title: scenario.id,
    outcome: 'success',
    tags: tagsOf(scenario, language),
    messages: [systemMessage(system), ...played.value.messages],
    tools: scenario.tools.map((name) => TOOLBOX[name].definition),
    damage: {},
    provenance: { path: 'synthetic', line: 0, parser: 'synthetic/1', createdMs, scenario: scenario.id, seed },
  };
  return { episode, checks, verified: checks.every(({ ok }) => ok) };
}

async function judge(
  prepared: Prepared,
  world: World,
  transcript: Transcript,
  turns: readonly Turn[],
): Promise<Check[]> {
  const { calls, answers, violations } = transcript;
  const invented = answers.flatMap((answer, at) =>
    ungrounded(answer, [
      ...calls.filter(({ turn }) => turn <= at).map(({ text }) => text),
      ...turns.slice(0, at + 1).map(({ text }) => text),
    ]),
  );
  const own = await prepared.check({ world, calls, answers, file: (path) => world.readText(path) });
  return [
    { name: 'calls fit their schemas', ok: violations.length === 0, detail: violations.join('; ') },
    { name: 'answers state only what was observed', ok: invented.length === 0, detail: invented.join(', ') },
    { name: 'answers are not empty', ok: answers.every((answer) => answer.trim() !== '') },
    ...Object.entries(own).map(([name, ok]) => ({ name, ok })),
  ];
}

export const handOf = (words: PhraseBook, language: Language, random: Random): Hand => ({
  random,
  say: (key, facts = {}) => fill(choosePhrase({ ...COMMON, ...words }, key, language, random), facts),
});

const tagsOf = (scenario: Scenario, language: Language): string[] => [
  `scenario:${scenario.id}`,
  `family:${scenario.family}`,
  `lang:${language}`,
  ...scenario.skills.map((skill) => `skill:${skill}`),
  ...(scenario.failure ? [`failure:${scenario.failure}`] : []),
];

export const systemMessage = (text: string): Message => ({
  role: 'system',
  content: [{ type: 'text', text }],
  weight: 0,
});

async function attempt<T>(run: () => Promise<T>): Promise<{ value: T } | { error: string }> {
  try {
    return { value: await run() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function failedEpisode(scenario: Scenario, { seed, language }: Draw, id: string, error: string): Made {
  return {
    episode: {
      id,
      origin: 'synthetic',
      harness: 'synthetic',
      sessionId: id,
      groupKey: id,
      kind: 'task',
      title: scenario.id,
      outcome: 'failure',
      tags: tagsOf(scenario, language),
      messages: [],
      tools: [],
      damage: {},
      provenance: { path: 'synthetic', line: 0, parser: 'synthetic/1', scenario: scenario.id, seed },
    },
    checks: [{ name: 'the policy ran to its end', ok: false, detail: error }],
    verified: false,
  };
}
