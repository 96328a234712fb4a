/** What the bench of the generators measures, one function a question. */
import { createHash } from 'node:crypto';
import { judgeAdversarial } from '../../lib/core/generate/adversarial.ts';
import { SENSIBLE } from '../../lib/core/generate/attacks/taxonomy.ts';
import { ungrounded } from '../../lib/core/generate/grounding.ts';
import type { Judged } from '../../lib/core/generate/judged.ts';
import { violationOf } from '../../lib/core/generate/sim/schema.ts';
import { judgeSynthetic } from '../../lib/core/generate/synthetic.ts';
import { createDisjointSets } from '../../lib/core/stages/disjoint-sets.ts';
import { createFingerprinter, type Fingerprint } from '../../lib/core/stages/fingerprint.ts';
import { linkNearDuplicates } from '../../lib/core/stages/near-duplicates.ts';
import type { Episode, Message } from '../../lib/core/types.ts';

export const share = (part: number, whole: number): number => (whole === 0 ? 0 : Number((part / whole).toFixed(5)));

const textOf = (message: Message | undefined): string =>
  (message?.content ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('');

interface Tally {
  generated: number;
  dropped: number;
  readonly failures: Map<string, number>;
}

export interface Made {
  readonly episodes: Episode[];
  /** Of each episode, in the same order. */
  readonly families: string[];
  readonly tallies: Map<string, Tally>;
}

export const emptyMade = (): Made => ({ episodes: [], families: [], tallies: new Map() });

export async function collect(source: AsyncIterable<Judged>, into: Made): Promise<void> {
  for await (const { family, made } of source) {
    const tally = into.tallies.get(family) ?? { generated: 0, dropped: 0, failures: new Map<string, number>() };
    into.tallies.set(family, tally);
    tally.generated += 1;
    if (made.verified) {
      into.episodes.push(made.episode);
      into.families.push(family);
      continue;
    }
    tally.dropped += 1;
    for (const { ok, name, detail } of made.checks) {
      const failure = `${made.episode.title}: ${name} ${detail ?? ''}`;
      if (!ok) tally.failures.set(failure, (tally.failures.get(failure) ?? 0) + 1);
    }
  }
}

/** Seven parts synthetic, three parts adversarial. */
export async function judgeBoth(total: number, seed: number, signal: AbortSignal) {
  const made = emptyMade();
  const adversarial = Math.floor(total * 0.3);
  await collect(judgeSynthetic({ generator: 'synthetic', count: total - adversarial, seed }, signal), made);
  const syntheticCount = made.episodes.length;
  await collect(judgeAdversarial({ generator: 'adversarial', count: adversarial, seed }, signal), made);
  return { ...made, syntheticCount };
}

/** Calls and last answers looked at afresh, from the finished episodes alone. */
export function factuality(episodes: readonly Episode[]) {
  let calls = 0;
  let breakingTheirSchema = 0;
  let answersWithUnseenFacts = 0;
  for (const { messages, tools } of episodes) {
    const schemas = new Map(tools.map((tool) => [tool.name, tool.parameters]));
    // A hostile plug-in may speak through the description of its tool.
    const seen: string[] = tools.map(({ description }) => description);
    for (const message of messages) {
      for (const call of message.toolCalls ?? []) {
        calls += 1;
        const schema = schemas.get(call.name);
        if (!schema || violationOf(schema, call.arguments)) breakingTheirSchema += 1;
      }
      if (message.role === 'tool' || message.role === 'user') seen.push(textOf(message));
    }
    if (ungrounded(textOf(messages.at(-1)), seen).length > 0) answersWithUnseenFacts += 1;
  }
  return { calls, breakingTheirSchema, answersWithUnseenFacts };
}

/** By the stage of the app itself. */
export async function nearDuplicates(episodes: readonly Episode[], families: readonly string[]) {
  const fingerprint = await createFingerprinter();
  const prints = episodes.map((episode): Fingerprint => fingerprint(episode));
  const order = prints
    .map((_, at) => at)
    .sort((a, b) => ((prints[a]?.content ?? '') < (prints[b]?.content ?? '') ? -1 : 1));
  const sets = createDisjointSets(prints.length);
  linkNearDuplicates(order, (at) => prints[at] as Fingerprint, 0.8, sets);
  const roots = new Set<number>();
  const copies = prints.flatMap((_, at) => {
    const root = sets.find(at);
    if (roots.has(root)) return [at];
    roots.add(root);
    return [];
  });
  return {
    share: share(copies.length, episodes.length),
    byFamily: Object.fromEntries(
      [...new Set(families)]
        .sort()
        .map((family) => [
          family,
          share(
            copies.filter((at) => families[at] === family).length,
            families.filter((name) => name === family).length,
          ),
        ]),
    ),
    worst: [...new Set(copies.map((at) => episodes[at]?.title ?? ''))]
      .map((title) => [title, copies.filter((at) => episodes[at]?.title === title).length] as const)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 12),
  };
}

export function distinctness(episodes: readonly Episode[], families: readonly string[]) {
  const first = new Set(episodes.map(({ messages }) => textOf(messages.find(({ role }) => role === 'user'))));
  const grams = new Map<string, { grams: Set<string>; tokens: number }>();
  for (const [at, { messages }] of episodes.entries()) {
    const family = families[at] ?? '';
    const entry = grams.get(family) ?? { grams: new Set<string>(), tokens: 0 };
    grams.set(family, entry);
    const tokens = messages
      .filter(({ role }) => role !== 'system')
      .flatMap((message) => textOf(message).match(/[\p{L}\p{N}]+/gu) ?? []);
    entry.tokens += tokens.length;
    for (let i = 0; i + 4 <= tokens.length; i++) entry.grams.add(tokens.slice(i, i + 4).join(' '));
  }
  return {
    distinctFirstMessages: share(first.size, episodes.length),
    distinct4gramsPerToken: Object.fromEntries(
      [...grams]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([family, entry]) => [family, share(entry.grams.size, entry.tokens)]),
    ),
  };
}

const CALL_BANDS = [
  [0, 0],
  [1, 1],
  [2, 3],
  [4, 6],
  [7, 9],
  [10, 15],
  [16, 25],
  [26, 99],
] as const;

/** How long episodes are, how many turns they have, what happens side by side, in which languages. */
export function shapes(episodes: readonly Episode[]) {
  const callsOf = ({ messages }: Episode) => messages.reduce((sum, { toolCalls }) => sum + (toolCalls?.length ?? 0), 0);
  const turnsOf = ({ messages }: Episode) => messages.filter(({ role }) => role === 'user').length;
  const together = episodes.filter(({ messages }) => messages.some(({ toolCalls = [] }) => toolCalls.length > 1));
  const ofAll = (some: readonly Episode[]) => share(some.length, episodes.length);
  return {
    toolCalls: Object.fromEntries(
      CALL_BANDS.map(([low, high]) => [
        low === high ? `${low}` : `${low}-${high}`,
        ofAll(episodes.filter((one) => callsOf(one) >= low && callsOf(one) <= high)),
      ]),
    ),
    mostToolCalls: Math.max(...episodes.map(callsOf)),
    severalTurns: ofAll(episodes.filter((one) => turnsOf(one) > 1)),
    parallelCalls: ofAll(together),
    resultsInAnotherOrder: ofAll(together.filter(inAnotherOrder)),
    languages: Object.fromEntries(
      ['en', 'zh', 'es', 'de', 'fr', 'ja'].map((language) => [
        language,
        ofAll(episodes.filter(({ tags }) => tags.includes(`lang:${language}`))),
      ]),
    ),
  };
}

const inAnotherOrder = ({ messages }: Episode): boolean => {
  const asked = messages.flatMap(({ toolCalls = [] }) => toolCalls.map(({ id }) => id));
  const answered = messages.flatMap(({ role, toolCallId }) => (role === 'tool' && toolCallId ? [toolCallId] : []));
  return asked.join() !== answered.join();
};

export function gridOfAttacks(adversarial: readonly Episode[]) {
  const label = ({ tags }: Episode, axis: string) =>
    tags.find((tag) => tag.startsWith(`${axis}:`))?.slice(axis.length + 1) ?? '';
  const attacks = adversarial.filter(({ tags }) => tags.includes('attack'));
  const filled = new Set(attacks.map((one) => `${label(one, 'risk')}/${label(one, 'channel')}`));
  const wanted = Object.entries(SENSIBLE).flatMap(([risk, channels]) =>
    channels.map((channel) => `${risk}/${channel}`),
  );
  const distinct = (axis: string) => new Set(attacks.map((one) => label(one, axis))).size;
  return {
    cells: wanted.filter((cell) => filled.has(cell)).length,
    missing: wanted.filter((cell) => !filled.has(cell)),
    cellsWithHarm: new Set(attacks.map((one) => ['risk', 'channel', 'harm'].map((axis) => label(one, axis)).join('/')))
      .size,
    goals: distinct('goal'),
    harms: distinct('harm'),
    failureModes: distinct('failure'),
    controls: share(adversarial.filter(({ tags }) => tags.includes('control')).length, adversarial.length),
  };
}

export const digestOf = (episodes: readonly Episode[]): string =>
  createHash('sha256')
    .update(episodes.map((one) => JSON.stringify(one)).join('\n'))
    .digest('hex');
