import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runNpm } from './run.mjs';

const readPackages = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch (error) {
    if (error instanceof SyntaxError || error.code === 'ENOENT') return undefined;
    throw error;
  }
};

/**
 * True when node_modules holds what the lock names. npm writes its own record there last, so a broken-off install has none.
 * Contents are compared and not times: a fresh checkout has new times and the same contents.
 */
export function isInstalled(root) {
  const locked = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!locked || !installed) return false;
  return Object.entries(locked).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.devOptional || entry.peer) return true;
    return Object.hasOwn(installed, path) && installed[path].version === entry.version;
  });
}

/** Installs what the lock names unless it is there already; resolves to true when all is in place. */
export const ensureInstalled = async (options) => isInstalled(ROOT) || install(options);

/** npm leaves out native parts that the Node it runs on is too old for, so `options.env` may name a newer one. */
export async function install(options) {
  console.log('Installing the dependencies named in package-lock.json …');
  // The build needs the development packages, whatever NODE_ENV says. No package needs its install script; some would compile.
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await runNpm(args, options);
  if (code === 0) return true;
  console.error(
    [
      `Installing the dependencies failed (npm ci ended with ${code}; its own words are above).`,
      'Usual causes: no connection to the package registry, a proxy that npm does not know, or a full disk.',
      'Nothing else was changed: run the same command again when that is mended.',
    ].join('\n'),
  );
  return false;
}
