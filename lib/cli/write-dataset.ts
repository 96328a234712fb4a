import { createWriteStream } from 'node:fs';
import { lstat, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { CHECKSUM_FILE, parseChecksums } from '../core/output/checksums.ts';
import { MANIFEST_FILE } from '../core/output/manifest.ts';
import { packZip } from '../core/output/zip.ts';
import type { Built } from '../core/passes/write.ts';
import { UsageError } from './exit.ts';

/** Where a build goes: one zip, or a folder of its files. */
export interface Target {
  readonly kind: 'zip' | 'folder';
  /** Absolute. */
  readonly path: string;
}

/** Looks before hours of work whether the result can be put there. Throws a UsageError when not. */
export async function findTarget(out: string): Promise<Target> {
  const path = resolve(out);
  const there = await stat(path).catch(() => undefined);
  if (!there && !/\.zip$/i.test(path)) return { kind: 'folder', path };
  if (!there?.isDirectory()) {
    const parent = await stat(dirname(path)).catch(() => undefined);
    if (parent && !parent.isDirectory()) throw new UsageError(`${dirname(path)} is not a folder`);
    if (there && !/\.zip$/i.test(path))
      throw new UsageError(`${out} is a file; --out takes a folder or a name that ends in .zip`);
    return { kind: 'zip', path };
  }
  const names = await readdir(path);
  if (names.length > 0 && !names.includes(MANIFEST_FILE))
    throw new UsageError(`${out} holds other things; name an empty folder, an earlier dataset or a new one`);
  return { kind: 'folder', path };
}

export async function writeDataset(built: Built, target: Target, signal: AbortSignal): Promise<void> {
  if (target.kind === 'zip') await writeZip(built, target.path, signal);
  else await writeFolder(built, target.path, signal);
}

/** Under another name until it is whole. */
async function writeZip(built: Built, path: string, signal: AbortSignal): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.part`;
  try {
    await save(packZip(filesOf(built)), unfinished, signal);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function* filesOf(built: Built) {
  for (const { path } of built.files) yield { path, blob: await built.blob(path) };
}

async function writeFolder(built: Built, folder: string, signal: AbortSignal): Promise<void> {
  await mkdir(folder, { recursive: true });
  await removeEarlier(folder);
  for await (const { path, blob } of filesOf(built)) {
    const file = join(folder, ...path.split('/'));
    await mkdir(dirname(file), { recursive: true });
    await save(blob.stream() as ReadableStream<Uint8Array<ArrayBuffer>>, file, signal);
  }
}

/** Shards of an earlier build would stand beside the new ones. Only what that build lists is removed. */
async function removeEarlier(folder: string): Promise<void> {
  const text = await readFile(join(folder, CHECKSUM_FILE), 'utf8').catch(() => '');
  for (const path of (parseChecksums(text) ?? new Map()).keys()) {
    const file = resolve(folder, path);
    if (!file.startsWith(folder + sep) || (await leavesBy(folder, path))) continue;
    await rm(file, { force: true });
  }
}

/** True when a folder on the way is a link: what lies behind it is not ours. */
async function leavesBy(folder: string, path: string): Promise<boolean> {
  const parents = path.split('/').slice(0, -1);
  for (let depth = 1; depth <= parents.length; depth++) {
    const entry = await lstat(join(folder, ...parents.slice(0, depth))).catch(() => undefined);
    if (!entry?.isDirectory()) return true;
  }
  return false;
}

const save = (stream: ReadableStream<Uint8Array<ArrayBuffer>>, file: string, signal: AbortSignal): Promise<void> =>
  pipeline(Readable.fromWeb(stream as NodeStream), createWriteStream(file), { signal });
