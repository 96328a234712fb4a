import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { policiesOf, withMetaPolicy, writePolicies } from './csp.mjs';
import { sourceFingerprint } from './fingerprint.mjs';
import { ROOT, runPackage } from './run.mjs';

const OUT = join(ROOT, 'out');
const POLICY = join(ROOT, 'csp.txt');
/** `next build` empties out/, so the stamp goes with what it vouches for. */
const STAMP = join(OUT, '.stamp');

const filesOf = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

export const isBuilt = () =>
  existsSync(POLICY) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourceFingerprint(ROOT);

/** Builds out/ and the policies that go with it; resolves to true when both are written. */
export async function build() {
  const fingerprint = sourceFingerprint(ROOT);
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const code = await runPackage('next/dist/bin/next', ['build'], { env });
  if (code !== 0) {
    console.error(`Building the app failed (next build ended with ${code}; its own words are above).`);
    return false;
  }
  // The bundler also publishes sources and WebAssembly as files of their own, which nobody loads.
  const media = join(OUT, '_next', 'static', 'media');
  if (existsSync(media)) for (const file of [...filesOf(media, '.ts'), ...filesOf(media, 'js')]) rmSync(file);

  const pages = filesOf(OUT, '.html').map((file) => ({
    file,
    path: file.slice(OUT.length, -'.html'.length).replaceAll(sep, '/'),
    html: readFileSync(file, 'utf8'),
  }));
  const policies = policiesOf(pages);
  for (const { file, path, html } of pages)
    writeFileSync(file, withMetaPolicy(html, policies.get(path) ?? policies.get('*')));
  writeFileSync(POLICY, writePolicies(policies));
  writeFileSync(STAMP, fingerprint);
  console.log(`Wrote the policies for ${pages.length} pages to csp.txt.`);
  return true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = (await build()) ? 0 : 1;
