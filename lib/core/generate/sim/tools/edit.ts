import { isJsonObject } from '../../../text/json.ts';
import type { JsonValue } from '../../../types.ts';
import { failure, field, object, type Tool, type ToolResult, textArg } from './tool.ts';

export const edit: Tool = {
  definition: {
    name: 'edit',
    description:
      'Exact single-file replacements. oldText unique/non-overlapping against original. Merge nearby changes; omit large unchanged spans.',
    parameters: object(
      {
        path: field.text('File path; relative/absolute.'),
        edits: {
          type: 'array',
          items: object({ oldText: field.text('Exact unique text.'), newText: field.text('Replacement.') }, [
            'oldText',
            'newText',
          ]),
          description: 'Targeted replacements against original file; no overlap/nesting. Merge nearby changes.',
        },
      },
      ['path', 'edits'],
    ),
  },
  async run(args, world) {
    const shown = textArg(args, 'path');
    const path = world.resolve(shown);
    if (!(await world.fs.exists(path))) return failure('edit', `File not found: ${path}.`);
    let original: string;
    try {
      original = await world.fs.readFile(path);
    } catch {
      return failure('edit', `EACCES: permission denied, open '${path}'`);
    }
    const pairs = Array.isArray(args.edits) ? args.edits.map(pairOf) : [];
    let edited = original;
    for (const [index, { oldText, newText }] of pairs.entries()) {
      const refused = refusal(original, oldText, shown, pairs.length > 1 ? index : undefined);
      if (refused) return refused;
      edited = edited.replace(oldText, () => newText);
    }
    if (edited === original)
      return failure('edit', `No changes made to ${shown}. The replacement produced identical content.`);
    await world.fs.writeFile(path, edited);
    return { text: `Successfully replaced ${pairs.length} block(s) in ${shown}.` };
  },
};

function refusal(original: string, oldText: string, path: string, index: number | undefined): ToolResult | undefined {
  const found = oldText === '' ? 0 : original.split(oldText).length - 1;
  if (found === 1) return undefined;
  const text = index === undefined ? 'the text' : `edits[${index}]`;
  if (found === 0)
    return failure(
      'edit',
      `Could not find ${index === undefined ? 'the exact text' : text} in ${path}. The old text must match exactly including all whitespace and newlines.`,
    );
  return failure(
    'edit',
    `Found ${found} occurrences of ${text} in ${path}. The text must be unique. Please provide more context to make it unique.`,
  );
}

function pairOf(value: JsonValue): { oldText: string; newText: string } {
  const pair = isJsonObject(value) ? value : {};
  const member = (name: 'oldText' | 'newText') => {
    const text = pair[name];
    return typeof text === 'string' ? text : '';
  };
  return { oldText: member('oldText'), newText: member('newText') };
}
