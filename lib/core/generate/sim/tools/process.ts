import { failure, field, object, type Tool, textArg } from './tool.ts';

const ACTIONS = ['list', 'poll', 'log', 'write', 'send-keys', 'submit', 'paste', 'kill', 'clear', 'remove'] as const;

export const processTool: Tool = {
  definition: {
    name: 'process',
    description: 'Manage running exec sessions: list, poll, log, write, send-keys, submit, paste, kill, clear, remove.',
    parameters: object(
      {
        action: field.choice(ACTIONS),
        sessionId: field.text('Session id for actions other than list'),
        data: field.text('Data to write for write'),
        eof: field.flag('Close stdin after write'),
        offset: field.number('Log offset'),
        limit: field.number('Log length'),
        timeout: field.number('For poll: wait up to this many milliseconds'),
      },
      ['action'],
    ),
  },
  async run(args, world) {
    const action = textArg(args, 'action');
    if (action === 'list') {
      const lines = world.processes.map((one) => {
        const status = one.killed ? 'killed' : one.pollsLeft > 0 ? 'running' : 'completed';
        return `${one.id} ${status.padEnd(9)} :: ${one.command}`;
      });
      return { text: lines.join('\n') || 'No running or recent sessions.' };
    }
    const id = textArg(args, 'sessionId');
    const found = world.processes.find((one) => one.id === id);
    if (!found) return failure('process', `No session found for ${id}`);
    if (action === 'kill') {
      found.killed = true;
      return { text: `Killed session ${id}.` };
    }
    if (action === 'log') return { text: found.pollsLeft > 0 ? '(no output yet)' : found.output || '(no output)' };
    if (action !== 'poll') return { text: `Session ${id}: ${action} done.` };
    if (found.killed) return { text: '(no new output)\n\nProcess exited with signal SIGTERM.' };
    if (found.pollsLeft > 0) {
      found.pollsLeft -= 1;
      return { text: '(no new output)\n\nProcess still running.' };
    }
    return { text: `${found.output || '(no new output)'}\n\nProcess exited with code ${found.exitCode}.` };
  },
};
