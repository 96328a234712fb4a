import { field, json, object, type Tool } from './tool.ts';

export const agentsWait: Tool = {
  definition: {
    name: 'agents_wait',
    description:
      'Wait for collector subagents started by sessions_spawn collect=true. Accepts many run ids; returns once any completes (completed results incl. structured output, plus pending ids), or on timeoutSeconds.',
    parameters: object(
      {
        ids: { type: 'array', items: field.text(), minItems: 1, maxItems: 1000 },
        timeoutSeconds: { type: 'number', minimum: 0 },
      },
      ['ids'],
    ),
  },
  async run(args, world) {
    const ids = Array.isArray(args.ids) ? args.ids.map(String) : [];
    const completed = ids.flatMap((runId) => {
      const run = world.runs.get(runId);
      return run ? [{ runId, label: run.label, status: run.status, result: run.report }] : [];
    });
    return json({ completed, pending: ids.filter((id) => !world.runs.has(id)) });
  },
};
