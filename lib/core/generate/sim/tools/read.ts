import { failure, field, json, numberArg, object, type Tool, textArg } from './tool.ts';

const MAX_LINES = 2000;
const MAX_CHARS = 50 * 1024;

export const read: Tool = {
  definition: {
    name: 'read',
    description:
      'Read text/image file (jpg/png/gif/webp/bmp); images attach to model context. Text caps 2000 lines or 50KB. Continue with offset/limit, or cursor within a long line.',
    parameters: object(
      {
        path: field.text('File path; relative/absolute.'),
        offset: { type: 'integer', minimum: 1, description: 'Start line; 1-based.' },
        limit: field.number('Max lines.'),
        cursor: { type: 'integer', minimum: 0, description: 'Character position within the start line; 0-based.' },
        optional: {
          type: 'boolean',
          const: true,
          description: 'Missing paths return structured not_found instead of failing.',
        },
      },
      ['path'],
    ),
  },
  async run(args, world) {
    const path = world.resolve(textArg(args, 'path'));
    if (!(await world.fs.exists(path)))
      return args.optional === true
        ? json({ status: 'not_found', tool: 'read', path })
        : failure('read', `File not found: ${path}.`);
    if ((await world.fs.stat(path)).isDirectory)
      return failure('read', `EISDIR: illegal operation on a directory, read '${path}'`);
    let content: string;
    try {
      content = await world.fs.readFile(path);
    } catch {
      return failure('read', `EACCES: permission denied, access '${path}'`);
    }
    const lines = content.split('\n');
    const cursor = numberArg(args, 'cursor') ?? 0;
    const offset = numberArg(args, 'offset') ?? 1;
    if (offset > lines.length)
      return failure('read', `Offset ${offset} is beyond end of file (${lines.length} lines total)`);
    const limit = numberArg(args, 'limit');
    let shown = lines.slice(offset - 1, offset - 1 + Math.min(limit ?? MAX_LINES, MAX_LINES));
    shown[0] = (shown[0] ?? '').slice(cursor);
    while (shown.length > 1 && shown.join('\n').length > MAX_CHARS) shown = shown.slice(0, -1);
    const next = offset + shown.length;
    const left = lines.length - next + 1;
    if (left <= 0) return { text: shown.join('\n') };
    const note =
      limit !== undefined && shown.length === limit
        ? `[${left} more lines in file. Use offset=${next} to continue.]`
        : `[Showing lines ${offset}-${next - 1} of ${lines.length}. Use offset=${next} to continue.]`;
    return { text: `${shown.join('\n')}\n\n${note}` };
  },
};
