#!/usr/bin/env node
import { fileURLToPath } from 'node:url';

// Blobs of files are marked experimental in Node 20; nobody who calls us can do anything about it.
process.removeAllListeners('warning');
process.on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning') process.stderr.write(`${warning.name}: ${warning.message}\n`);
});

// Node strips types by itself from 22.18 on, though never inside node_modules.
const stripsTypes = Boolean(process.features.typescript) && !import.meta.url.includes('/node_modules/');
if (!stripsTypes) {
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) });
}

const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
