import { uuid } from '../world.ts';
import { field, json, object, type Tool, textArg } from './tool.ts';

export const sessionsSpawn: Tool = {
  definition: {
    name: 'sessions_spawn',
    description:
      'Spawn an isolated session (runtime="subagent"). mode="run" is one-shot. Subagents inherit the parent workspace directory automatically. collect=true: read the result with agents_wait.',
    parameters: object(
      {
        task: field.text(),
        label: field.text(),
        runtime: field.choice(['subagent', 'acp']),
        agentId: field.text(),
        model: field.text(),
        runTimeoutSeconds: { type: 'number', minimum: 0 },
        mode: field.choice(['run', 'session']),
        cleanup: field.choice(['delete', 'keep']),
        collect: field.flag(),
      },
      ['task'],
    ),
  },
  async run(args, world, delegate) {
    const label = textArg(args, 'label');
    const task = textArg(args, 'task');
    world.deeds.push({ kind: 'spawned', label, task });
    const runId = uuid(world.random);
    const childSessionKey = `agent:main:subagent:${uuid(world.random)}`;
    world.runs.set(runId, { label, ...(await delegate(label, task)) });
    return json({ status: 'accepted', childSessionKey, runId, mode: 'run' });
  },
};
