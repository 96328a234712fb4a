import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { build, isBuilt } from './build.mjs';
import { explainMissingBrowser, findBrowser } from './find-browser.mjs';
import { ensureInstalled, install } from './install.mjs';
import { ROOT, run } from './run.mjs';
import { findTestNode, withNode } from './test-node.mjs';

const RESULTS = join(ROOT, '.cache', 'test-results');
const UNIT = join(RESULTS, 'unit.json');
const FUZZ = join(RESULTS, 'fuzz.json');
const E2E = join(RESULTS, 'e2e.json');

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

function readReport(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`The report ${file} cannot be read: ${error.message}`);
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

const unitCounts = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests + report.numTodoTests,
});

const e2eCounts = ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: stats.skipped,
});

/** Runs one step and its tests' counts; a step that says no without a failed test counts as one. */
async function runStep({ name, work, counts }) {
  console.log(`\n--- ${name}`);
  const started = performance.now();
  const code = await work();
  const tests = counts ? counts() : { passed: 0, failed: 0, skipped: 0 };
  const failed = code === 0 ? tests.failed : Math.max(1, tests.failed);
  return { name, seconds: (performance.now() - started) / 1000, ...tests, failed };
}

function printSummary(results) {
  console.log('\n--- summary');
  for (const { name, seconds, passed, failed, skipped } of results) {
    const tests = passed + skipped > 0 ? `  ${passed} passed, ${failed} failed, ${skipped} skipped` : '';
    console.log(`${failed ? 'FAILED' : 'ok    '}  ${name.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s${tests}`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
}

/** An installation made by an older Node lacks native parts of the test runner: it is made again by this one. */
async function prepareTools(node) {
  const env = withNode(node);
  if (!(await ensureInstalled({ env }))) return false;
  const load = ['--input-type=module', '-e', 'await import("vitest/node")'];
  return (await run(node, load, { env, stdio: 'ignore' })) === 0 || install({ env });
}

/** Everything that must hold, on a machine that has Node and a browser; goes on after a failure and tells all at the end. */
export async function testAll() {
  const node = await findTestNode();
  if (!(await prepareTools(node))) {
    process.exitCode = 1;
    return;
  }
  const browser = await findBrowser();
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });

  const env = { ...withNode(node), NEXT_TELEMETRY_DISABLED: '1', HOST_NODE: process.execPath };
  delete env.NODE_ENV;
  const tool = (script, args, more = {}) =>
    run(node, [`node_modules/${script}`, ...args], { env: { ...env, ...more } });

  const results = [];
  const step = async (name, work, counts) => results.push(await runStep({ name, work, counts }));

  await step('route types', () => tool('next/dist/bin/next', ['typegen']));
  await step('types', () => tool('typescript/bin/tsc', ['--noEmit']));
  await step('types of the engine', () => tool('typescript/bin/tsc', ['--noEmit', '-p', 'lib/core']));
  await step('lint and format', () =>
    tool('@biomejs/biome/bin/biome', ['ci', '--colors=off', '--diagnostic-level=warn', '.']),
  );
  const vitest = (project, file) => [
    () =>
      tool('vitest/vitest.mjs', [
        ...['run', '--project', project, '--reporter=default', '--reporter=json'],
        `--outputFile.json=${file}`,
      ]),
    () => readReport(file, unitCounts),
  ];
  await step('unit tests', ...vitest('unit', UNIT));
  await step('20,100 changed inputs', ...vitest('fuzz', FUZZ));
  await step('build', async () => {
    if (isBuilt()) console.log('out/ belongs to these sources already');
    return isBuilt() || (await build()) ? 0 : 1;
  });
  await step(
    'the page in a browser',
    async () => {
      if (!browser.path) {
        console.error(explainMissingBrowser(browser.looked));
        return 1;
      }
      return tool('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
        CHROMIUM_PATH: browser.path,
        E2E_PORT: String(await freePort()),
        PLAYWRIGHT_JSON_OUTPUT_NAME: E2E,
      });
    },
    () => (browser.path ? readReport(E2E, e2eCounts) : { passed: 0, failed: 0, skipped: 0 }),
  );

  printSummary(results);
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
}
