import type { GeneratorChoice } from '../../recipe.ts';
import { createRandom } from '../../text/random.ts';
import type { Episode, Message, Role } from '../../types.ts';
import type { Generator } from '../generator.ts';
import { ROUNDS_STYLE, STYLES, type Style, writeRounds } from './styles.ts';
import { TOPICS } from './topics.ts';

const SYSTEM_TEXT = 'You are OpenClaw assistant. Be accurate, concise, and safe.';

/** The six text recipes of training-protocol.md section 11: no tool calls, low diversity by nature. */
export const textRecipes: Generator = {
  id: 'text-recipes',
  label: 'Text recipes (no tool calls)',
  origin: 'synthetic',
  size: (choice) => planRows(choice.count).length,
  families: (choice) => planRows(choice.count).map(() => 'text'),
  async *generate(choice, signal) {
    const order = createRandom(choice.seed, 'text-recipes/order');
    for (const row of order.shuffle(planRows(choice.count))) {
      signal.throwIfAborted();
      yield writeEpisode(choice, row);
    }
  },
};

interface Row {
  readonly style: Style;
  /** Place within its style. */
  readonly index: number;
}

function planRows(countPerStyle: number): readonly Row[] {
  if (countPerStyle <= 0) return [];
  const rows = (style: Style, count: number): Row[] => Array.from({ length: count }, (_, index) => ({ style, index }));
  return [
    ...STYLES.flatMap((style) => rows(style, countPerStyle)),
    ...rows(ROUNDS_STYLE, Math.max(1, Math.floor(countPerStyle / 5))),
  ];
}

function writeEpisode(choice: GeneratorChoice, row: Row): Episode {
  const { style, index } = row;
  const id = `synthetic/text-recipes/${choice.seed}/${style}/${index}`;
  const random = createRandom(choice.seed, `text-recipes/${style}/${index}`);
  const topic = TOPICS[index % TOPICS.length];
  if (!topic) throw new RangeError(`no topic for row ${index}`);
  const rounds = writeRounds(style, topic, random);
  return {
    id,
    origin: 'synthetic',
    harness: 'synthetic',
    sessionId: id,
    groupKey: id,
    kind: 'task',
    title: topic.name,
    outcome: 'success',
    tags: [`style:${style}`, 'family:text', 'lang:en'],
    messages: [
      message('system', SYSTEM_TEXT),
      ...rounds.flatMap(([user, assistant]) => [message('user', user), message('assistant', assistant)]),
    ],
    tools: [],
    damage: {},
    provenance: {
      path: 'synthetic/text-recipes',
      line: 0,
      parser: 'text-recipes/1',
      scenario: style,
      seed: choice.seed,
    },
  };
}

const message = (role: Role, text: string): Message => ({
  role,
  content: [{ type: 'text', text }],
  weight: role === 'assistant' ? 1 : 0,
});
