import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAppServer, readPolicies } from '../../server.mjs';

const OUT = fileURLToPath(new URL('../../out', import.meta.url));
const POLICY = fileURLToPath(new URL('../../csp.txt', import.meta.url));

/** Serves a copy of the built page, in `folder`, that takes the machine for one of so many cores. */
export async function servePageForCores(cores: number, folder: string) {
  const root = join(folder, `page-for-${cores}`);
  cpSync(OUT, root, { recursive: true });
  const chunks = join(root, '_next/static/chunks');
  let changed = 0;
  for (const name of readdirSync(chunks).filter((file) => file.endsWith('.js'))) {
    const before = readFileSync(join(chunks, name), 'utf8');
    const after = before.replace(/\{hardwareConcurrency:(\w+)\}=navigator/, `{c:$1}={c:${cores}}`);
    if (after === before) continue;
    writeFileSync(join(chunks, name), after);
    changed++;
  }
  if (changed !== 1) throw new Error('the built page asks for cores in another way');
  const server = createAppServer({ root, policies: readPolicies(readFileSync(POLICY, 'utf8')) });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}
