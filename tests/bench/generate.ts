/**
 * How good the generated episodes are: the seven points of the quality bar, printed as JSON.
 * `npx tsx tests/bench/generate.ts --episodes 10000 --seed 7`
 */
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { generatePairs, judgeAdversarial } from '../../lib/core/generate/adversarial.ts';
import { ATTACKS } from '../../lib/core/generate/attacks/attacks.ts';
import { SENSIBLE } from '../../lib/core/generate/attacks/taxonomy.ts';
import { ungrounded } from '../../lib/core/generate/grounding.ts';
import type { Judged } from '../../lib/core/generate/judged.ts';
import { SCENARIOS } from '../../lib/core/generate/scenarios/scenarios.ts';
import { violationOf } from '../../lib/core/generate/sim/schema.ts';
import { loadShell } from '../../lib/core/generate/sim/shell.ts';
import { judgeSynthetic } from '../../lib/core/generate/synthetic.ts';
import { createDisjointSets } from '../../lib/core/stages/disjoint-sets.ts';
import { createFingerprinter, type Fingerprint } from '../../lib/core/stages/fingerprint.ts';
import { linkNearDuplicates } from '../../lib/core/stages/near-duplicates.ts';
import type { Episode, Message } from '../../lib/core/types.ts';

const { values } = parseArgs({
  options: { episodes: { type: 'string', default: '10000' }, seed: { type: 'string', default: '7' } },
});
const total = Number(values.episodes);
const seed = Number(values.seed);
const never = new AbortController().signal;
const choice = (generator: string, count: number) => ({ generator, count, seed });
const textOf = (message: Message | undefined): string =>
  (message?.content ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('');

interface Tally {
  generated: number;
  dropped: number;
  readonly failures: Map<string, number>;
}
const tallies = new Map<string, Tally>();
const episodes: Episode[] = [];
const families: string[] = [];

async function collect(source: AsyncIterable<Judged>, into: { list: Episode[]; families: string[] }) {
  for await (const { family, made } of source) {
    const tally = tallies.get(family) ?? { generated: 0, dropped: 0, failures: new Map() };
    tallies.set(family, tally);
    tally.generated += 1;
    if (made.verified) {
      into.list.push(made.episode);
      into.families.push(family);
      continue;
    }
    tally.dropped += 1;
    const failed = made.checks
      .filter(({ ok }) => !ok)
      .map(({ name, detail }) => `${made.episode.title}: ${name} ${detail ?? ''}`);
    for (const name of failed) tally.failures.set(name, (tally.failures.get(name) ?? 0) + 1);
  }
}

await loadShell();
const started = performance.now();
const adversarialCount = Math.floor(total * 0.3);
await collect(judgeSynthetic(choice('synthetic', total - adversarialCount), never), { list: episodes, families });
const syntheticKept = episodes.length;
await collect(judgeAdversarial(choice('adversarial', adversarialCount), never), { list: episodes, families });
const generateMs = performance.now() - started;

// Points 1 and 2, the second looked at afresh from the finished episodes.
const share = (part: number, whole: number) => (whole === 0 ? 0 : Number((part / whole).toFixed(5)));
const generated = [...tallies.values()].reduce((sum, tally) => sum + tally.generated, 0);
const dropped = [...tallies.values()].reduce((sum, tally) => sum + tally.dropped, 0);
let callCount = 0;
let badCalls = 0;
let badAnswers = 0;
for (const { messages, tools } of episodes) {
  const schemas = new Map(tools.map((tool) => [tool.name, tool.parameters]));
  // A hostile plug-in may speak through the description of its tool.
  const seen: string[] = tools.map(({ description }) => description);
  for (const message of messages) {
    for (const call of message.toolCalls ?? []) {
      callCount += 1;
      const schema = schemas.get(call.name);
      if (!schema || violationOf(schema, call.arguments)) badCalls += 1;
    }
    if (message.role === 'tool' || message.role === 'user') seen.push(textOf(message));
  }
  if (ungrounded(textOf(messages.at(-1)), seen).length > 0) badAnswers += 1;
}

// Point 3: the app's own stage.
const fingerprint = await createFingerprinter();
const prints = episodes.map((episode): Fingerprint => fingerprint(episode));
const order = prints
  .map((_, at) => at)
  .sort((a, b) => ((prints[a]?.content ?? '') < (prints[b]?.content ?? '') ? -1 : 1));
const sets = createDisjointSets(prints.length);
linkNearDuplicates(order, (at) => prints[at] as Fingerprint, 0.8, sets);
const seenRoots = new Set<number>();
const duplicates = new Map<string, number>();
const byScenario = new Map<string, number>();
for (const at of prints.keys()) {
  const root = sets.find(at);
  if (seenRoots.has(root)) {
    const family = families[at] ?? '';
    duplicates.set(family, (duplicates.get(family) ?? 0) + 1);
    const title = episodes[at]?.title ?? '';
    byScenario.set(title, (byScenario.get(title) ?? 0) + 1);
  }
  seenRoots.add(root);
}
const duplicateCount = [...duplicates.values()].reduce((sum, count) => sum + count, 0);

// Point 4.
const firstMessages = new Set(episodes.map(({ messages }) => textOf(messages.find(({ role }) => role === 'user'))));
const grams = new Map<string, { grams: Set<string>; tokens: number }>();
const calls = new Map<string, number[]>();
const languages = new Map<string, number>();
for (const [at, { messages, tags }] of episodes.entries()) {
  const family = families[at] ?? '';
  const entry = grams.get(family) ?? { grams: new Set<string>(), tokens: 0 };
  grams.set(family, entry);
  const tokens = messages
    .filter(({ role }) => role !== 'system')
    .flatMap((message) => textOf(message).match(/[\p{L}\p{N}]+/gu) ?? []);
  entry.tokens += tokens.length;
  for (let i = 0; i + 4 <= tokens.length; i++) entry.grams.add(tokens.slice(i, i + 4).join(' '));
  calls.set(family, [
    ...(calls.get(family) ?? []),
    messages.reduce((sum, { toolCalls }) => sum + (toolCalls?.length ?? 0), 0),
  ]);
  const language = tags.find((tag) => tag.startsWith('lang:')) ?? '';
  languages.set(language, (languages.get(language) ?? 0) + 1);
}

// Point 5.
const adversarialKept = episodes.slice(syntheticKept);
const label = ({ tags }: Episode, axis: string) =>
  tags.find((tag) => tag.startsWith(`${axis}:`))?.slice(axis.length + 1) ?? '';
const attacks = adversarialKept.filter(({ tags }) => tags.includes('attack'));
const cells = new Set(attacks.map((episode) => `${label(episode, 'risk')}/${label(episode, 'channel')}`));
const wantedCells = Object.entries(SENSIBLE).flatMap(([risk, channels]) =>
  channels.map((channel) => `${risk}/${channel}`),
);
let pairs = 0;
let brokenPairs = 0;
for await (const pair of generatePairs(choice('adversarial', Math.floor(total / 10)), never)) {
  pairs += 1;
  if (!pair) brokenPairs += 1;
}

// Point 6: twice in this engine; the digest can be compared with another engine's.
const digestOf = (list: readonly Episode[]) =>
  createHash('sha256')
    .update(list.map((one) => JSON.stringify(one)).join('\n'))
    .digest('hex');
const again: Episode[] = [];
const sample = Math.min(500, total - adversarialCount);
await collect(judgeSynthetic(choice('synthetic', sample), never), { list: again, families: [] });

// Point 7: against plain executions in fresh shells, in the same run.
const { Bash, InMemoryFs } = await loadShell();
const plainRuns = 1000;
const plainStarted = performance.now();
for (let at = 0; at < plainRuns; at++) {
  const bash = new Bash({ fs: new InMemoryFs({ '/w/a.txt': 'b 1\na 2\n' }), cwd: '/w' });
  await bash.exec('sort a.txt | head -n 1');
}
const plainMs = (performance.now() - plainStarted) / plainRuns;
const episodeMs = generateMs / Math.max(1, generated);

const byFamily = <T>(map: Map<string, T>, show: (value: T, family: string) => unknown) =>
  Object.fromEntries(
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([family, value]) => [family, show(value, family)]),
  );
const kept = (family: string) => families.filter((name) => name === family).length;

console.log(
  JSON.stringify(
    {
      seed,
      scenarios: SCENARIOS.length,
      scenariosWhereAFailureWasSeen: new Set(
        episodes
          .slice(0, syntheticKept)
          .flatMap(({ tags, title }) => (tags.some((tag) => tag.startsWith('error:')) ? [title] : [])),
      ).size,
      goals: new Set(ATTACKS.map(({ goal }) => goal)).size,
      languages: Object.fromEntries(languages),
      1: {
        generated,
        kept: episodes.length,
        dropped: share(dropped, generated),
        families: byFamily(tallies, (tally) => ({
          generated: tally.generated,
          dropped: tally.dropped,
          ...(tally.failures.size > 0 ? { failures: Object.fromEntries([...tally.failures].slice(0, 8)) } : {}),
        })),
      },
      failureSeen: share(
        episodes.slice(0, syntheticKept).filter(({ tags }) => tags.some((tag) => tag.startsWith('error:'))).length,
        syntheticKept,
      ),
      2: { calls: callCount, breakingTheirSchema: badCalls, answersWithUnseenFacts: badAnswers },
      3: {
        nearDuplicates: share(duplicateCount, episodes.length),
        families: byFamily(grams, (_, family) => share(duplicates.get(family) ?? 0, kept(family))),
        worst: [...byScenario].sort((a, b) => b[1] - a[1]).slice(0, 12),
      },
      4: {
        distinctFirstMessages: share(firstMessages.size, episodes.length),
        distinct4gramsPerToken: byFamily(grams, (entry) => share(entry.grams.size, entry.tokens)),
        toolCalls: byFamily(calls, (list) => ({
          least: Math.min(...list),
          mean: Number((list.reduce((a, b) => a + b, 0) / list.length).toFixed(2)),
          most: Math.max(...list),
        })),
      },
      5: {
        cells: `${[...cells].filter((cell) => wantedCells.includes(cell)).length} of ${wantedCells.length}`,
        missing: wantedCells.filter((cell) => !cells.has(cell)),
        fullCells: new Set(attacks.map((one) => ['risk', 'channel', 'harm'].map((axis) => label(one, axis)).join('/')))
          .size,
        goals: new Set(attacks.map((one) => label(one, 'goal'))).size,
        controls: share(adversarialKept.filter(({ tags }) => tags.includes('control')).length, adversarialKept.length),
        pairs,
        brokenPairs,
      },
      6: { digest: digestOf(episodes), sameAgain: digestOf(again) === digestOf(episodes.slice(0, again.length)) },
      7: {
        episodeMs: Number(episodeMs.toFixed(3)),
        plainShellMs: Number(plainMs.toFixed(3)),
        ratio: Number((episodeMs / plainMs).toFixed(2)),
      },
    },
    null,
    2,
  ),
);
