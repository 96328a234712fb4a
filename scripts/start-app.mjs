import { createServer } from 'node:net';
import { build, isBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';

const DEFAULT_PORT = 7860;

function readPort(text) {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  return Number.isInteger(port) && port >= 0 && port <= 65535 ? port : undefined;
}

/** Resolves to the error of listening there, or to undefined when the port is free. */
const tryPort = (port) =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, '0.0.0.0', () => probe.close(() => resolve(undefined)));
  });

function explainPort(port, error) {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`;
  if (error.code === 'EACCES')
    return `Port ${port} may not be opened by this user. Choose one above 1023: PORT=${DEFAULT_PORT} npm start`;
  return `Port ${port} cannot be opened: ${error.message}`;
}

export async function start() {
  const port = readPort(process.env.PORT);
  if (port === undefined) return fail(`PORT must be a number from 0 to 65535, not "${process.env.PORT}".`);
  // Before minutes of installing and building, not after.
  const taken = await tryPort(port);
  if (taken) return fail(explainPort(port, taken));
  if (!(await ensureInstalled())) return fail();
  if (!isBuilt()) {
    console.log('Building the app …');
    if (!(await build())) return fail();
  }
  const { serve } = await import('../server.mjs');
  try {
    const address = await serve({ port });
    console.log(`OpenClaw Dataset Builder is ready: http://localhost:${address.port}  (Ctrl+C stops it)`);
  } catch (error) {
    fail(explainPort(port, error));
  }
}

function fail(sentence) {
  if (sentence) console.error(sentence);
  process.exitCode = 1;
}
