import { adversarial } from '../lib/core/generate/adversarial.ts';
import { perform, type Script } from '../lib/core/generate/perform.ts';
import { type PlanChoice, planTasks } from '../lib/core/local-model/plan.ts';
import type { Message } from '../lib/core/types.ts';
import type { ChatBody, Said } from './scripted-model.ts';

const wrongHalfOf = ({ id }: Script, family: string, { count, seed, languages }: PlanChoice) =>
  adversarial
    .wrongHalves?.({
      generator: 'adversarial',
      count,
      seed,
      options: { families: [family], ...(languages.length > 0 ? { languages } : {}) },
    })
    .get(id);

const textOf = ({ content }: Message): string =>
  content.map((part) => (part.type === 'text' ? part.text : '')).join('');

/**
 * Says what the built-in agent said in the same place of the same task: a model that always does well, or one that obeys every
 * attacker.
 */
export async function recordExpert(
  choice: PlanChoice,
  stance: 'chosen' | 'rejected' = 'chosen',
): Promise<(body: ChatBody) => Said> {
  const known = new Map<string, readonly Said[]>();
  for (const { script, family, origin } of planTasks(choice)) {
    const made = await perform(script);
    const wrong = stance === 'rejected' && origin === 'adversarial' ? wrongHalfOf(script, family, choice) : undefined;
    const episode = (await wrong?.()) ?? made.episode;
    const said = episode.messages
      .filter(({ role }) => role === 'assistant')
      .map((message) => ({
        content: textOf(message),
        ...(message.reasoning ? { reasoning: message.reasoning } : {}),
        calls: (message.toolCalls ?? []).map(({ name, arguments: args }) => ({ name, args })),
      }));
    known.set(script.turns[0]?.text ?? '', said);
  }
  return ({ messages }) => {
    const asked = messages.find(({ role }) => role === 'user')?.content ?? '';
    const at = messages.filter(({ role }) => role === 'assistant').length;
    return known.get(asked)?.[at] ?? { content: 'I do not know.' };
  };
}
