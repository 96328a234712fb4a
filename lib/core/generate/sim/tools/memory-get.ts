import { field, json, numberArg, object, type Tool, textArg } from './tool.ts';

export const memoryGet: Tool = {
  definition: {
    name: 'memory_get',
    description:
      'Safe snippet read from MEMORY.md or memory/*.md with optional from/lines; use after memory_search to pull only the needed lines and keep context small.',
    parameters: object({ path: field.text(), from: field.number(), lines: field.number() }, ['path']),
  },
  async run(args, world) {
    const path = textArg(args, 'path');
    if (path !== 'MEMORY.md' && !/^memory\/[^/]+\.md$/.test(path))
      return json({ path, text: '', disabled: true, error: 'path required' });
    const text = await world.readText(path);
    if (text === undefined) return json({ path, text: '' });
    const from = numberArg(args, 'from') ?? 1;
    const lines = text.split('\n').slice(from - 1);
    return json({ path, text: lines.slice(0, numberArg(args, 'lines') ?? lines.length).join('\n') });
  },
};
