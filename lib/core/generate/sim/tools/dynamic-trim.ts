import { field, json, object, type Tool, textArg } from './tool.ts';

/** Queues the shrinking of an earlier result; the rewriting itself happens at the end of the turn (dynamic-trim.md). */
export const dynamicTrim: Tool = {
  definition: {
    name: 'dynamic-trim',
    description:
      'Shrink one of your own earlier tool results in this session. Give the id of the earlier call and a short replacement that keeps what still matters. Irreversible; applies when the turn ends.',
    parameters: object(
      {
        tool_call_id: field.text('Id of the earlier tool call.'),
        replacement: field.text('Your own short text to keep instead.'),
      },
      ['tool_call_id'],
    ),
  },
  async run(args) {
    return json({
      ok: true,
      status: 'queued',
      tool_call_id: textArg(args, 'tool_call_id'),
      self_compacted: true,
      applies_at: 'agent_end',
      note: 'The result is replaced when this turn ends.',
    });
  },
};
