/**
 * Renews tests/golden/training-export.json: what OpenClaw's own converter makes of every conversation of the fixtures and of one
 * case a quirk. Run with tsx. Needs @mariozechner/pi-ai 0.73.1, which brings a hundred packages and is therefore installed apart:
 *
 *   npm install --prefix /some/folder --ignore-scripts @mariozechner/pi-ai@0.73.1
 *   PI_AI=/some/folder/node_modules/@mariozechner/pi-ai npx tsx scripts/training-export-goldens.mjs
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { fixtureCases, QUIRKS } from '../lib/core/formats/testing/export-cases.ts';
import { createOracle } from '../lib/core/formats/testing/export-oracle.ts';

const VERSION = '0.73.1';
const folder = process.env.PI_AI ?? 'node_modules/@mariozechner/pi-ai';
if (!existsSync(`${folder}/package.json`)) {
  console.log(`skipped: @mariozechner/pi-ai is not in ${folder}; name its folder in PI_AI`);
  process.exit(0);
}
const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
if (version !== VERSION) throw new Error(`the goldens are of pi-ai ${VERSION}, not ${version}`);

const { convertMessages } = await import(pathToFileURL(`${folder}/dist/providers/openai-completions.js`).href);
const oracle = createOracle(convertMessages);
const golden = {};
for (const item of [...QUIRKS, ...(await fixtureCases())]) golden[item.name] = oracle(item);
const lines = Object.entries(golden).map(([name, messages]) => `${JSON.stringify(name)}:${JSON.stringify(messages)}`);
writeFileSync('tests/golden/training-export.json', `{\n${lines.join(',\n')}\n}\n`);
console.log(`${lines.length} cases by pi-ai ${version}`);
