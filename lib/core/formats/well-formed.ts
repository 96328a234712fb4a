import type { ReadingChoice } from '../recipe.ts';
import type { Message } from '../types.ts';
import type { DamageCounts } from './damage.ts';
import { type Draft, joinTexts, text } from './draft.ts';
import { type Policies, policyFor, severest } from './policies.ts';
import { isAnswered, settle } from './settle-turn.ts';
import { draftsOf, isKept, type Step, splitTurns, type Turn } from './turns.ts';

export interface Conversation {
  /** Without the system message. */
  readonly messages: readonly Message[];
  /** Drafts that the messages were made of, kept ones included: for times, tags, models. */
  readonly drafts: readonly Draft[];
  /** Damage in it that the person chose to leave out: its turns are gone, or the whole of it must go. */
  readonly refused: 'nothing' | 'turns' | 'episode';
  /** It trains on a call by which the agent shortened an earlier result, as the model wrote it. */
  readonly teachesTrimming: boolean;
}

export interface WellFormedOptions {
  /** The conversation goes on in another window: a cut last turn is no failure. */
  readonly continues: boolean;
  readonly reading: Pick<ReadingChoice, 'policies'>;
}

/**
 * A conversation that every trainer accepts: turns of user-side messages followed by assistant and tool messages, each call
 * answered once and right behind its message, ids unique, a final answer at the end. Everything left out is counted.
 */
export function wellFormed(
  drafts: readonly Draft[],
  { continues, reading: { policies } }: WellFormedOptions,
  damage: DamageCounts,
): Conversation {
  for (const draft of drafts) if (!draft.kept) damage.addAll(draft.damage);
  const turns = splitTurns(
    drafts.filter(({ removed }) => !removed),
    damage,
  );
  const good: Turn[] = [];
  let refused: Conversation['refused'] = drafts.some((draft) => draft.barred) ? 'episode' : 'nothing';
  for (const turn of turns) {
    const settled = settle(turn, { continues: continues && turn === turns.at(-1), policies });
    const codes = [...turn.codes, ...settled.codes, ...damageIn(turn)];
    if (!isKept(turn)) {
      damage.addAll(settled.codes);
      damage.addTurn(codes);
    }
    const policy = severest(codes, policies);
    if (policy === 'drop_episode') refused = 'episode';
    if (!settled.turn) continue;
    if (policy !== 'drop_turn') good.push(settled.turn);
    else {
      if (!isKept(turn)) damage.add('damaged_turn');
      if (refused === 'nothing') refused = 'turns';
    }
  }
  while (good.length > 0 && !isAnswered(good.at(-1) as Turn)) {
    const turn = good.pop() as Turn;
    if (isKept(turn)) continue;
    damage.add(continues ? 'continued_turn' : 'unanswered_turn');
    if (!continues && policyFor('unanswered_turn', policies) === 'drop_episode') refused = 'episode';
  }
  const trained = new Set<Draft>();
  const messages = render(good, { rename: uniqueIds(), policies, damage, trained });
  const teachesTrimming = [...trained].some(({ trimCallPutBack }) => trimCallPutBack);
  return { messages, drafts: good.flatMap(draftsOf), refused, teachesTrimming };
}

const damageIn = (turn: Turn) =>
  draftsOf(turn).flatMap(({ damage, end }) => (end === 'cut' ? [...damage, 'cut_answer' as const] : damage));

interface Rendering {
  readonly policies: Policies;
  readonly damage: DamageCounts;
  /** Messages with weight 1; added to in place. */
  readonly trained: Set<Draft>;
  rename(id: string): string;
}

const render = (turns: readonly Turn[], rendering: Rendering): Message[] =>
  turns.flatMap((turn) => [userMessage(turn.users), ...turn.steps.flatMap((step) => renderStep(step, rendering))]);

function userMessage(users: readonly Draft[]): Message {
  const said = users.filter(({ content }) => content.length > 0);
  const content = said.flatMap((draft, at) => (at === 0 ? draft.content : [text('\n\n'), ...draft.content]));
  return { role: 'user', content: joinTexts(content, ''), weight: 0 };
}

function renderStep(
  { assistant, results, altered }: Step,
  { rename, policies, damage, trained }: Rendering,
): Message[] {
  const renamed = new Map((assistant.toolCalls ?? []).map((call) => [call.id, { ...call, id: rename(call.id) }]));
  const toolCalls = [...renamed.values()];
  const weight = isTrained(assistant, altered, policies, damage) ? 1 : 0;
  if (weight === 1) trained.add(assistant);
  return [
    {
      role: 'assistant',
      content: assistant.content,
      ...(assistant.reasoning === undefined ? {} : { reasoning: assistant.reasoning }),
      ...(toolCalls.length === 0 ? {} : { toolCalls }),
      weight,
    },
    ...results.map((result): Message => {
      const call = renamed.get(result.toolCallId ?? '');
      return {
        role: 'tool',
        content: result.content,
        toolCallId: call?.id ?? '',
        name: result.name || (call?.name ?? ''),
        ...(result.isError ? { isError: true } : {}),
        weight: 0,
      };
    }),
  ];
}

function isTrained(assistant: Draft, altered: boolean, policies: Policies, damage: DamageCounts): boolean {
  const cut = assistant.end === 'cut';
  const damaged = altered || severest(assistant.damage, policies) !== 'keep';
  if (!assistant.kept && cut) damage.add('cut_answer');
  else if (!assistant.kept && damaged) damage.add('masked_answer');
  if (assistant.kept || assistant.masked || damaged) return false;
  return assistant.end === 'done' || (cut && policyFor('cut_answer', policies) === 'keep');
}

/** Gives each id once; one that comes again gets the first free `_2`, `_3` … behind it. */
function uniqueIds(): (id: string) => string {
  const used = new Set<string>();
  return (id) => {
    let unique = id;
    for (let n = 2; used.has(unique); n++) unique = `${id}_${n}`;
    used.add(unique);
    return unique;
  };
}
