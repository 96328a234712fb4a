import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { nodeIsAtLeast } from './node-version.mjs';
import { ROOT, run, runNpm } from './run.mjs';

const NODE_24 = '24.21.0';

/** vitest cannot report a failing test on an older one. */
const isEnough = (version) => nodeIsAtLeast(version, 22, 12);

/**
 * The Node that runs the test tools: the installed one, or on Linux one brought from the package registry into .cache/.
 * The app itself needs only the installed one.
 */
export async function findTestNode() {
  if (isEnough(process.version)) return process.execPath;
  const folder = join(ROOT, '.cache', 'node24');
  const path = join(folder, 'node_modules', '.bin', 'node');
  const works = async () => existsSync(path) && (await run(path, ['-e', ''], { stdio: 'ignore' })) === 0;
  if (await works()) return path;
  if (process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch)) {
    console.log(
      `The test tools want Node 22.12 or newer and ${process.version} runs: bringing ${NODE_24} into .cache/ …`,
    );
    const name = `node-linux-${process.arch}@${NODE_24}`;
    await runNpm([
      'install',
      '--prefix',
      folder,
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--loglevel=error',
      name,
    ]);
    if (await works()) return path;
  }
  console.log(`Going on with ${process.version}: tests run, but vitest may break down while reporting one that fails.`);
  return process.execPath;
}

/** An environment in which tools that look for `node` find that one first. */
export const withNode = (node) => ({
  ...process.env,
  PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
});
