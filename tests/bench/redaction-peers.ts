/**
 * Other redactors, for speed beside ours in the same run. They drag a large tree, so they are no dependency:
 * `npm install --prefix .cache/bench-peers openredaction@1.1.5 @secretlint/core@13.0.7 @secretlint/secretlint-rule-preset-recommend@13.0.7`
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Peer {
  readonly name: string;
  /** Looks through one text; how many findings. */
  scan(text: string): Promise<number>;
}

interface OpenRedactionModule {
  readonly OpenRedaction: new (options: {
    redactionMode: string;
  }) => { detect(text: string): Promise<{ readonly detections: readonly unknown[] }> };
}

interface SecretlintCore {
  lintSource(request: object): Promise<{ readonly messages: readonly unknown[] }>;
}

interface SecretlintPreset {
  readonly creator: object;
}

const NAMES = ['openredaction', '@secretlint/core', '@secretlint/secretlint-rule-preset-recommend'] as const;
const PEERS_FOLDER = process.env.BENCH_PEERS ?? '.cache/bench-peers';

async function load<T>(folder: string, name: (typeof NAMES)[number]): Promise<{ module: T; version: string }> {
  const root = resolve(folder);
  const entry = createRequire(join(root, 'package.json')).resolve(name);
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  const version = (manifest as { readonly version: string }).version;
  return { module: (await import(pathToFileURL(entry).href)) as T, version };
}

async function openRedaction(folder: string): Promise<Peer> {
  const { module, version } = await load<OpenRedactionModule>(folder, 'openredaction');
  const redactor = new module.OpenRedaction({ redactionMode: 'placeholder' });
  return {
    name: `OpenRedaction ${version}`,
    scan: async (text) => (await redactor.detect(text)).detections.length,
  };
}

async function secretlint(folder: string): Promise<Peer> {
  const { module, version } = await load<SecretlintCore>(folder, '@secretlint/core');
  const { module: preset } = await load<SecretlintPreset>(folder, '@secretlint/secretlint-rule-preset-recommend');
  const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: preset.creator }] };
  return {
    name: `secretlint ${version} preset`,
    scan: async (content) => {
      const source = { filePath: '/session.txt', content, ext: '.txt', contentType: 'text' };
      const { messages } = await module.lintSource({ source, options: { config, noPhysicFilePath: true } });
      return messages.length;
    },
  };
}

/** Those that are there; of the others, why not. */
async function loadPeers(folder: string): Promise<{ peers: readonly Peer[]; skipped: readonly string[] }> {
  const peers: Peer[] = [];
  const skipped: string[] = [];
  for (const [name, open] of [
    ['OpenRedaction', openRedaction],
    ['secretlint', secretlint],
  ] as const) {
    try {
      peers.push(await open(folder));
    } catch (error) {
      skipped.push(`${name}: not usable from ${folder} (${String(error).split('\n')[0]})`);
    }
  }
  return { peers, skipped };
}

interface Speed {
  readonly megabytesASecond: number;
  readonly findings: number;
}

/** The first runs warm the engine up. */
const RUNS = 20;

/** Bytes of UTF-8 for each microsecond of processor time, the best of the runs. */
export async function speedOf<T>(
  scan: (item: T) => Promise<number>,
  items: readonly T[],
  sizeOf: (item: T) => number,
): Promise<Speed> {
  const bytes = items.reduce((sum, item) => sum + sizeOf(item), 0);
  let best = 0;
  let findings = 0;
  for (let run = 0; run < RUNS; run++) {
    findings = 0;
    const before = process.cpuUsage();
    for (const item of items) findings += await scan(item);
    const { user, system } = process.cpuUsage(before);
    best = Math.max(best, bytes / (user + system));
  }
  return { megabytesASecond: best, findings };
}

/** Ours and the others' on the same texts, as ratios. */
export async function compareSpeed(
  ours: Peer['scan'],
  samples: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const { peers, skipped } = await loadPeers(PEERS_FOLDER);
  for (const [name, texts] of Object.entries(samples)) {
    const own = await speedOf(ours, texts, Buffer.byteLength);
    console.log(`\n${name} (${texts.length}), MB a second of processor time`);
    console.log(`ours: ${own.megabytesASecond.toFixed(2)} (${own.findings} findings)`);
    for (const peer of peers) {
      const theirs = await speedOf(peer.scan, texts, Buffer.byteLength);
      const ratio = own.megabytesASecond / theirs.megabytesASecond;
      console.log(
        `${peer.name}: ${theirs.megabytesASecond.toFixed(3)} (${theirs.findings} findings); ours is ${ratio.toFixed(1)} times as fast`,
      );
    }
  }
  for (const reason of skipped) console.log(`skipped ${reason}`);
}
