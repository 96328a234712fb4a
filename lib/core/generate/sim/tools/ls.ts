import { compare } from '../../../text/order.ts';
import { failure, field, numberArg, object, type Tool, textArg } from './tool.ts';

export const ls: Tool = {
  definition: {
    name: 'ls',
    description:
      'List directory entries in binary filename order, including dotfiles and links. Names are JSON-quoted; / marks actual directories. Pass the returned after cursor with the same path to continue.',
    parameters: object({
      path: field.text('Directory; default cwd.'),
      limit: field.number('Max entries; default 500.'),
      after: field.text('Filename cursor returned by the previous page.'),
    }),
  },
  async run(args, world) {
    const path = world.resolve(textArg(args, 'path') || '.');
    if (!(await world.fs.exists(path))) return failure('ls', `Path not found: ${path}`);
    if (!(await world.fs.stat(path)).isDirectory) return failure('ls', `Not a directory: ${path}`);
    const after = textArg(args, 'after');
    const names = [...(await world.fs.readdir(path))]
      .sort(compare)
      .filter((name) => !after || compare(name, after) > 0);
    const limit = numberArg(args, 'limit') ?? 500;
    const shown = await Promise.all(
      names.slice(0, limit).map(async (name) => {
        const { isDirectory } = await world.fs.stat(`${path}/${name}`);
        return JSON.stringify(isDirectory ? `${name}/` : name);
      }),
    );
    if (shown.length === 0) return { text: '(empty directory)' };
    if (names.length <= limit) return { text: shown.join('\n') };
    return {
      text: `${shown.join('\n')}\n\n[${names.length - limit} more entries. after=${JSON.stringify(names[limit - 1])}]`,
    };
  },
};
