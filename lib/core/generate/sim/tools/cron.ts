import { isJsonObject } from '../../../text/json.ts';
import type { JsonObject, JsonValue } from '../../../types.ts';
import { hexId } from '../world.ts';
import { failure, field, json, object, type Tool, textArg } from './tool.ts';

export const cron: Tool = {
  definition: {
    name: 'cron',
    description:
      'Manage Gateway cron jobs (status/list/add/update/remove/run/runs) and send wake events. add needs job: name, schedule {kind: at|every|cron}, payload {kind: systemEvent|agentTurn}, sessionTarget main|isolated. update/remove/run need jobId.',
    parameters: object(
      {
        action: field.choice(['status', 'list', 'add', 'update', 'remove', 'run', 'runs', 'wake']),
        includeDisabled: field.flag(),
        job: { type: 'object', additionalProperties: true },
        jobId: field.text(),
        patch: { type: 'object', additionalProperties: true },
        text: field.text(),
        mode: field.choice(['now', 'next-heartbeat']),
      },
      ['action'],
    ),
  },
  async run(args, world) {
    const action = textArg(args, 'action');
    const jobId = textArg(args, 'jobId');
    const at = world.jobs.findIndex((job) => job.id === jobId);
    const shown = (index: number): JsonObject => {
      const job = world.jobs[index];
      return {
        id: job?.id ?? '',
        name: job?.name ?? '',
        enabled: true,
        schedule: job?.schedule ?? '',
        payload: job?.payload ?? '',
      };
    };
    switch (action) {
      case 'status':
        return json({ enabled: true, jobs: world.jobs.length });
      case 'list':
        return json({ jobs: world.jobs.map((_, index) => shown(index)) });
      case 'add': {
        const job = objectOf(args.job);
        const schedule = objectOf(job.schedule);
        const payload = objectOf(job.payload);
        if (!schedule.kind || !payload.kind) return failure('cron', 'job.schedule and job.payload are required');
        if ((job.sessionTarget === 'main') !== (payload.kind === 'systemEvent'))
          return failure('cron', 'main cron jobs require payload.kind="systemEvent"');
        world.jobs.push({
          id: hexId(world.random, 8),
          name: String(job.name ?? ''),
          schedule: String(schedule.expr ?? schedule.at ?? schedule.everyMs ?? ''),
          payload: String(payload.text ?? payload.message ?? ''),
        });
        world.deeds.push({ kind: 'scheduled', name: String(job.name ?? ''), job: JSON.stringify(job) });
        return json(shown(world.jobs.length - 1));
      }
      case 'remove':
        if (at < 0) return failure('cron', `unknown cron job id: ${jobId}`);
        world.jobs.splice(at, 1);
        world.deeds.push({ kind: 'unscheduled', jobId });
        return json({ ok: true, removed: true });
      case 'update': {
        const job = world.jobs[at];
        if (!job) return failure('cron', `unknown cron job id: ${jobId}`);
        const patch = objectOf(args.patch);
        const schedule = objectOf(patch.schedule);
        world.jobs[at] = {
          ...job,
          schedule: String(schedule.expr ?? job.schedule),
          name: String(patch.name ?? job.name),
        };
        return json(shown(at));
      }
      default:
        return json({ ok: true });
    }
  },
};

const objectOf = (value: JsonValue | undefined): JsonObject => (isJsonObject(value) ? value : {});
