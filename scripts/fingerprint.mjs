import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the built app is made of. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'workers',
  'public',
  'scripts/build.mjs',
  'scripts/csp.mjs',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

function* filesUnder(root, path) {
  let entries;
  try {
    entries = readdirSync(join(root, path), { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') yield path;
    else if (error.code !== 'ENOENT') throw error;
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
    if (entry.isDirectory()) yield* filesUnder(root, `${path}/${entry.name}`);
    else if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) yield `${path}/${entry.name}`;
}

/** Changes with any byte that could change the built app; a checkout that only renewed file times keeps it. */
export function sourceFingerprint(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES)
    for (const file of filesUnder(root, source)) {
      const bytes = readFileSync(join(root, file));
      hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    }
  return hash.digest('hex');
}
