import type { Random } from '../../text/random.ts';
import type { Topic } from './topics.ts';

export const STYLES = ['codex5.3', 'gemini-pro-3', 'debug-trace', 'explain-mode', 'refactor-guide'] as const;
export const ROUNDS_STYLE = 'multiturn-debug';
export type Style = (typeof STYLES)[number] | typeof ROUNDS_STYLE;

const SERVICES = ['billing', 'search', 'gateway', 'inventory', 'mailer', 'reports', 'sessions', 'uploads'] as const;
const CODES = ['E1042', 'HTTP 502', 'EPIPE', 'ETIMEDOUT', 'SQLSTATE 40001', 'exit 137', 'ENOSPC', 'HTTP 429'] as const;
const ENVIRONMENTS = ['staging', 'production', 'the preview environment', 'the disaster-recovery site'] as const;
const PATHS = [
  'services/core/handler.ts',
  'deploy/values.yaml',
  'jobs/nightly.py',
  'src/store/index.go',
  'infra/main.tf',
  'lib/queue/consumer.rs',
] as const;

interface Facts extends Topic {
  readonly service: string;
  readonly code: string;
  readonly environment: string;
  readonly path: string;
}

/** One round: what the person says and what is answered. */
export type Round = readonly [user: string, assistant: string];

export function writeRounds(style: Style, topic: Topic, random: Random): readonly Round[] {
  const facts: Facts = {
    ...topic,
    service: random.pick(SERVICES),
    code: random.pick(CODES),
    environment: random.pick(ENVIRONMENTS),
    path: random.pick(PATHS),
  };
  return random.pick(FRAMES[style])(facts);
}

type Frame = (facts: Facts) => readonly Round[];

const FRAMES: Readonly<Record<Style, readonly Frame[]>> = {
  'codex5.3': [
    (f) => [
      [
        `${f.service} in ${f.environment}: ${f.symptom} (${f.code}). Give me a patch plan for ${f.path}.`,
        `Plan for ${f.name}, smallest change first:\n1. Reproduce: ${f.check}.\n2. In ${f.path}: ${f.fix}.\n3. Add a regression test that fails with ${f.code} today.\n4. Roll out to one instance of ${f.service} and watch it before the rest.\nAssumption to confirm: ${f.cause}.`,
      ],
    ],
    (f) => [
      [
        `Task: fix ${f.name} in ${f.path}. Constraint: no downtime of ${f.service} in ${f.environment}.`,
        `Likely cause: ${f.cause}.\nBefore editing, ${f.check}; if that does not show it, stop and look again.\nEdit in ${f.path}: ${f.fix}.\nVerify: ${f.code} no longer appears for ${f.service}.\nUndo: revert the one commit; no data is changed by it.`,
      ],
    ],
  ],
  'gemini-pro-3': [
    (f) => [
      [
        `Compare two ways to deal with ${f.name} for our ${f.service} service. Context: ${f.symptom}.`,
        `Two routes:\n- Treat the symptom: catch ${f.code} and retry. Quick, and it hides that ${f.cause}.\n- Treat the cause: ${f.fix}. Slower, and it lasts.\nI would take the second in ${f.environment}, after one measurement: ${f.check}.`,
      ],
    ],
    (f) => [
      [
        `We have ${f.name} in ${f.environment}. What do we know, what do we not know, what next?`,
        `Known: ${f.symptom}; ${f.service} reports ${f.code}.\nNot known yet: whether ${f.cause}.\nNext: ${f.check}. If it confirms the guess, ${f.fix}; the place to change is ${f.path}.`,
      ],
    ],
  ],
  'debug-trace': [
    (f) => [
      [
        `[${f.service}] ${f.code} at ${f.path}\n${f.symptom}\nWalk me through it.`,
        `Observation: ${f.symptom}.\nHypothesis: ${f.cause}.\nTest: ${f.check}.\nIf it holds: ${f.fix}.\nIf not: take ${f.path} out of the path in ${f.environment} and see whether ${f.code} stays.`,
      ],
    ],
    (f) => [
      [
        `${f.environment}: ${f.code} from ${f.service} since the last release. Trace it step by step, topic ${f.name}.`,
        `Step 1, narrow: only ${f.service}, only ${f.environment}.\nStep 2, look: ${f.check}.\nStep 3, explain: ${f.cause}, which is why ${f.symptom}.\nStep 4, change: ${f.fix}.\nStep 5, prove: the same look again, with ${f.code} gone.`,
      ],
    ],
  ],
  'explain-mode': [
    (f) => [
      [
        `Explain ${f.name} to a colleague who is new to ${f.service}.`,
        `What one sees: ${f.symptom}. Why: ${f.cause}. It shows up as ${f.code} because the error is raised where the effect is felt and not where it begins. To see it for yourself, ${f.check}. What helps: ${f.fix}.`,
      ],
    ],
    (f) => [
      [
        `Why does ${f.name} lead to ${f.code} in ${f.environment}? Short answer first.`,
        `Short answer: ${f.cause}.\nLonger: ${f.symptom}, and ${f.service} passes that on as ${f.code}. One can tell it from other causes: ${f.check}. The remedy is to ${f.fix}.`,
      ],
    ],
  ],
  'refactor-guide': [
    (f) => [
      [
        `How should we restructure ${f.path} so that ${f.name} cannot come back?`,
        `Goal: make the fault impossible, or at least loud.\n1. Write a test that shows the fault: ${f.symptom}.\n2. Isolate the part of ${f.path} where ${f.cause}.\n3. Change it: ${f.fix}.\n4. Delete what that made unneeded.\nKeep each step a commit of its own; ${f.service} must pass its tests after each.`,
      ],
    ],
    (f) => [
      [
        `Review request: ${f.path} (${f.service}). We keep running into ${f.name}. Propose a refactoring in small steps.`,
        `Before: ${f.cause}. After: ${f.fix}.\nIn between, three safe steps: pin today's behaviour with a test, move the code without changing it, then change it.\nCheck after the last step in ${f.environment}: ${f.check}; ${f.code} should be gone.`,
      ],
    ],
  ],
  'multiturn-debug': [
    (f) => [
      [
        `${f.service} shows ${f.code} in ${f.environment}: ${f.symptom}. Where do I start?`,
        `Start with one look that can prove me wrong: ${f.check}. My guess is that ${f.cause}.`,
      ],
      [
        `Did that, your guess is right. What do I change in ${f.path}?`,
        `Then ${f.fix}. Do it on one instance of ${f.service} first, watch for ${f.code}, and add a test named after ${f.name}.`,
      ],
    ],
    (f) => [
      [
        `I think we have ${f.name}: ${f.symptom}. Restarting ${f.service} helps for an hour.`,
        `That a restart helps fits: ${f.cause}. Before the next restart, ${f.check}, because the restart destroys the evidence.`,
      ],
      [
        `Evidence saved, it points to ${f.path}. Permanent remedy?`,
        `${f.fix[0]?.toUpperCase()}${f.fix.slice(1)}. Roll it out in ${f.environment} with the restart as the way back, and call it done when ${f.code} stays away for a week.`,
      ],
    ],
  ],
};
