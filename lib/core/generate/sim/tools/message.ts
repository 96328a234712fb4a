import { hexId } from '../world.ts';
import { failure, field, json, numberArg, object, type Tool, textArg } from './tool.ts';

export const message: Tool = {
  definition: {
    name: 'message',
    description: 'Send, read, and manage messages via channel plugins. Supports actions: send, read, react, delete.',
    parameters: object(
      {
        action: field.choice(['send', 'read', 'react', 'delete']),
        channel: field.text(),
        target: field.text('Target channel/user id or name.'),
        message: field.text(),
        messageId: field.text(),
        emoji: field.text(),
        limit: field.number(),
        dryRun: field.flag(),
      },
      ['action'],
    ),
  },
  async run(args, world) {
    const action = textArg(args, 'action');
    const channel = textArg(args, 'channel') || 'webchat';
    const target = textArg(args, 'target');
    if (!target) return failure('message', `Action ${action} requires a target.`);
    if (action === 'read') {
      const lines = world.sent.filter((line) => line.channel === channel && line.target === target);
      return json({
        ok: true,
        channel,
        target,
        messages: lines
          .slice(-(numberArg(args, 'limit') ?? 20))
          .map(({ from, text }, index) => ({ id: `m${index + 1}`, from, text })),
      });
    }
    if (action === 'send') {
      const text = textArg(args, 'message');
      if (!text) return failure('message', 'send requires a message.');
      world.deeds.push({ kind: 'sent', channel, target, text });
      world.sent.push({ channel, target, from: 'me', text });
    }
    return json({ ok: true, action, channel, to: target, via: 'gateway', messageId: `${hexId(world.random, 12)}` });
  },
};
