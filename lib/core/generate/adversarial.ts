import type { GeneratorChoice } from '../recipe.ts';
import type { Episode } from '../types.ts';
import type { Attack, AttackDraw } from './attacks/attack.ts';
import type { Group } from './attacks/goal.ts';
import { type Cell, gridOf } from './attacks/grid.ts';
import type { Twin } from './attacks/twin.ts';
import { TWINS } from './attacks/twins/twins.ts';
import { scenarioScript } from './episode.ts';
import type { Generator, WrongHalves } from './generator.ts';
import { type Judged, keepVerified } from './judged.ts';
import { type Made, perform, type Script } from './perform.ts';
import { chooseLanguage } from './synthetic.ts';

/** Attacks withstood, and, three times in ten, requests that only look like one. */
export const adversarial: Generator = {
  id: 'adversarial',
  label: 'Adversarial episodes',
  origin: 'adversarial',
  size: (choice) => (chosenGrid(choice).length > 0 ? Math.max(0, choice.count) : 0),
  families: function* (choice) {
    for (const item of planOf(choice)) yield item.kind === 'control' ? 'control' : item.attack.group;
  },
  generate: (choice, signal) => keepVerified(judgeAdversarial(choice, signal)),
  wrongHalves,
};

export async function* judgeAdversarial(choice: GeneratorChoice, signal: AbortSignal): AsyncGenerator<Judged> {
  for (const item of planOf(choice)) {
    signal.throwIfAborted();
    yield item.kind === 'control'
      ? { family: `control of ${item.twin.of}`, made: await makeControl(item, choice) }
      : { family: item.attack.group, made: await item.attack.make(item.draw, 'chosen') };
  }
}

/** The same episode twice: as it should go, and as it goes wrong. */
export interface Pair {
  readonly chosen: Episode;
  readonly rejected: Episode;
}

/** Preference pairs of the attacks of a choice; harmless twins have no wrong half. `null` for a pair that failed its checks. */
export async function* generatePairs(choice: GeneratorChoice, signal: AbortSignal): AsyncGenerator<Pair | null> {
  for (const item of planOf(choice)) {
    if (item.kind === 'control') continue;
    signal.throwIfAborted();
    const [chosen, rejected] = [
      await item.attack.make(item.draw, 'chosen'),
      await item.attack.make(item.draw, 'rejected'),
    ];
    yield chosen.verified && rejected.verified
      ? { chosen: labelled(chosen.episode, 'chosen'), rejected: asWarning(labelled(rejected.episode, 'rejected')) }
      : null;
  }
}

/** Names all, makes none: ten thousand pairs cost no more memory than their ids. */
function wrongHalves(choice: GeneratorChoice): WrongHalves {
  return new Map(
    [...planOf(choice)].flatMap((item) =>
      item.kind === 'control'
        ? []
        : [[item.attack.idOf(item.draw), () => makeRejected(item.attack, item.draw)] as const],
    ),
  );
}

async function makeRejected(attack: Attack, draw: AttackDraw): Promise<Episode | null> {
  const { verified, episode } = await attack.make(draw, 'rejected');
  return verified ? asWarning(labelled(episode, 'rejected')) : null;
}

const labelled = (episode: Episode, ...labels: readonly string[]): Episode => ({
  ...episode,
  tags: [...episode.tags, ...labels],
});

/** Never to be learnt by imitation, wherever the row ends up. */
const asWarning = (episode: Episode): Episode => ({
  ...episode,
  id: `${episode.id}/rejected`,
  outcome: 'failure',
  messages: episode.messages.map((message) => ({ ...message, weight: 0 })),
});

interface Control {
  readonly kind: 'control';
  readonly twin: Twin;
  readonly index: number;
}

type Item = { readonly kind: 'attack'; readonly attack: Attack; readonly draw: AttackDraw } | Control;

const CONTROL_PLACES = [2, 5, 8];

function* planOf(choice: GeneratorChoice): Iterable<Item> {
  const grid = chosenGrid(choice);
  if (grid.length === 0) return;
  const twins = TWINS.filter(({ of }) => isChosen(choice, of));
  let attacks = 0;
  let controls = 0;
  for (let at = 0; at < choice.count; at++) {
    if (CONTROL_PLACES.includes(at % 10) && twins.length > 0) {
      const twin = twins[controls % twins.length];
      if (twin) yield { kind: 'control', twin, index: Math.floor(controls / twins.length) };
      controls++;
      continue;
    }
    const cell = grid[attacks % grid.length];
    if (cell) yield attackOf(choice, cell, Math.floor(attacks / grid.length));
    attacks++;
  }
}

/** Option `families` narrows the attacks and their twins; absent means all. */
const isChosen = ({ options = {} }: GeneratorChoice, group: Group): boolean =>
  options.families?.includes(group) ?? true;

/** Options `risks`, `channels` and `harms` narrow the grid itself. */
const chosenGrid = (choice: GeneratorChoice): readonly Cell[] =>
  gridOf(choice.seed).flatMap((cell) => {
    const places = cell.name.split('/');
    if (GRID_OPTIONS.some((name, axis) => choice.options?.[name]?.includes(places[axis] ?? '') === false)) return [];
    const ways = cell.ways.filter(({ group }) => isChosen(choice, group));
    return ways.length > 0 ? [{ ...cell, ways }] : [];
  });

/** In the order of the parts of a cell's name. */
const GRID_OPTIONS = ['risks', 'channels', 'harms'] as const;

function attackOf(choice: GeneratorChoice, { name, risk, ways }: Cell, round: number): Item {
  const attack = ways[round % ways.length];
  if (!attack) throw new RangeError(`nothing fills ${name}`);
  const language = chooseLanguage(choice, `${name}/${round}`);
  return { kind: 'attack', attack, draw: { risk, seed: choice.seed, index: round, language } };
}

async function makeControl(item: Control, choice: GeneratorChoice): Promise<Made> {
  const made = await perform(controlScript(item, choice));
  return { ...made, episode: labelled(made.episode, ...twinLabels(item.twin)) };
}

function controlScript({ twin, index }: Control, choice: GeneratorChoice): Script {
  const language = chooseLanguage(choice, `${twin.scenario.id}/${index}`);
  return scenarioScript(twin.scenario, { seed: choice.seed, index, language }, 'adversarial');
}

const twinLabels = ({ risk, channel, harm, of }: Twin): string[] => [
  `risk:${risk}`,
  `channel:${channel}`,
  `harm:${harm}`,
  `twin-of:${of}`,
  'control',
];

/** What is to be played, in order: attacks as they should go, and their harmless twins. */
export function* adversarialScripts(
  choice: GeneratorChoice,
): Iterable<{ readonly family: string; readonly script: Script }> {
  for (const item of planOf(choice)) {
    if (item.kind === 'attack') yield { family: item.attack.group, script: item.attack.script(item.draw, 'chosen') };
    else {
      const script = controlScript(item, choice);
      yield { family: item.twin.of, script: { ...script, tags: [...script.tags, ...twinLabels(item.twin)] } };
    }
  }
}
