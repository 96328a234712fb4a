import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readSample } from './sample.ts';

test('the sample in the page is the sample that people can download', async () => {
  const offered = await readFile(new URL('../../public/sample/openclaw-sample.zip', import.meta.url));
  for await (const [dropped] of readSample()) {
    expect(dropped?.path).toBe('openclaw-sample.zip');
    expect(Buffer.from(await dropped!.file.arrayBuffer()).equals(offered)).toBe(true);
  }
});
