import type { Random } from '../../text/random.ts';
import type { Act, Call, Moves, Observation, Policy } from './policy.ts';

/** Commands that only look, so that a wrong path does no harm. */
const LOOKS = /^(cat|head|tail|grep|wc|sort|jq|ls|awk|cut|stat|md5sum) [^>]*$/;
/** Outside quotes: what is quoted is looked for, not opened. */
const PATH = /(?<![\w./'"-])([\w-]+)\/([\w./-]*\w)/;

/** The policy, with one mistyped path while the budget lasts: the error is real, and the right call follows. */
export function withSlip(policy: Policy, random: Random, budget: { left: number }): Policy {
  return (hand) => slipping(policy(hand), random, budget);
}

function* slipping(moves: Moves, random: Random, budget: { left: number }): Moves {
  let step = moves.next([]);
  while (!step.done) {
    const wrong = budget.left > 0 && random.below(3) > 0 ? mistyped(step.value, random) : undefined;
    if (wrong) {
      budget.left -= 1;
      yield { calls: [wrong], slip: true };
    }
    const observed: readonly Observation[] = yield step.value;
    step = moves.next(observed);
  }
  return step.value;
}

function mistyped({ calls, slip }: Act, random: Random): Call | undefined {
  const [call, ...others] = calls;
  if (!call || slip || others.length > 0) return undefined;
  const name = call.tool === 'read' ? 'path' : call.tool === 'exec' ? 'command' : undefined;
  const text = name ? call.args[name] : undefined;
  if (!name || typeof text !== 'string') return undefined;
  if (name === 'command' && (!LOOKS.test(text) || call.args.background === true)) return undefined;
  const spoiled = text.replace(PATH, (whole, folder: string, rest: string) => spoil(whole, folder, rest, random));
  return spoiled === text ? undefined : { tool: call.tool, args: { ...call.args, [name]: spoiled } };
}

/** The folder forgotten, a letter lost, or the plural gone wrong. */
function spoil(whole: string, folder: string, rest: string, random: Random): string {
  switch (random.below(3)) {
    case 0:
      return rest;
    case 1:
      return `${folder.slice(0, 1)}${folder.slice(2)}/${rest}`;
    default:
      return whole.replace(folder, folder.endsWith('s') ? folder.slice(0, -1) : `${folder}s`);
  }
}
