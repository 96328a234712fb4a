import { failure, field, object, type Tool, textArg } from './tool.ts';

export const write: Tool = {
  definition: {
    name: 'write',
    description: 'Write/overwrite file; creates parent directories.',
    parameters: object({ path: field.text('File path; relative/absolute.'), content: field.text('File content.') }, [
      'path',
      'content',
    ]),
  },
  async run(args, world) {
    const shown = textArg(args, 'path');
    const path = world.resolve(shown);
    const content = textArg(args, 'content');
    if ((await world.fs.exists(path)) && (await world.fs.stat(path)).isDirectory)
      return failure('write', `EISDIR: illegal operation on a directory, open '${path}'`);
    try {
      if ((await world.readText(path)) === content)
        return { text: `No changes made to ${shown}. The file already has identical content.` };
      await world.fs.mkdir(path.slice(0, path.lastIndexOf('/')) || '/', { recursive: true });
      await world.fs.writeFile(path, content);
    } catch {
      return failure('write', `EACCES: permission denied, open '${path}'`);
    }
    return { text: `Successfully wrote ${content.length} bytes to ${shown}` };
  },
};
