import { readHead } from '../formats/file.ts';
import { gunzip } from '../formats/gzip.ts';
import { InputError } from '../formats/input-error.ts';
import type { Limits, ReadContext } from '../formats/source.ts';
import { isTar, listTar } from '../formats/tar.ts';
import { listZip, type ZipEntry } from '../formats/zip.ts';
import { unzstdFile } from '../formats/zstd.ts';
import type { Finding, Severity, SourceFile } from '../types.ts';

/** A file that is no archive, with its first bytes so that it need not be opened again to be recognised. */
export interface Unpacked {
  readonly file: SourceFile;
  readonly head: Uint8Array<ArrayBuffer>;
}

export const HEAD_BYTES = 64 * 1024;
const AT_ONCE = 8;
const RATIO_FROM_BYTES = 2 ** 20;

interface Budget {
  /** Uncompressed bytes that the archive may still declare; shared with the archives inside it. */
  bytes: number;
}

/** Files with archives replaced by their content. What is left out is told to `skip`; the rest goes on. */
export async function* unpack(
  files: AsyncIterable<SourceFile>,
  ctx: ReadContext,
  skip: (finding: Finding) => void,
): AsyncGenerator<Unpacked> {
  let count = 0;
  for await (const { file, head } of opened(files, ctx, skip)) {
    for await (const unpacked of expand(file, head, 0, { bytes: ctx.limits.archiveBytes }, ctx, skip)) {
      if (++count > ctx.limits.files) {
        skip(
          finding(
            'too_many_files',
            file.path,
            `Only the first ${ctx.limits.files} files were read; drop fewer at once.`,
          ),
        );
        return;
      }
      yield unpacked;
    }
  }
}

/** Heads are read eight at a time: opening many small files one by one is what takes long (performance.md section 2.5). */
async function* opened(
  files: AsyncIterable<SourceFile> | Iterable<SourceFile>,
  ctx: ReadContext,
  skip: (finding: Finding) => void,
): AsyncGenerator<Unpacked> {
  const waiting: Promise<Unpacked | null>[] = [];
  const open = async (file: SourceFile): Promise<Unpacked | null> => {
    try {
      return { file, head: await readHead(file, HEAD_BYTES) };
    } catch (error) {
      skip(told(error, file.path));
      return null;
    }
  };
  for await (const file of files) {
    ctx.signal.throwIfAborted();
    if (isSystemFile(file.path)) {
      skip(
        finding('system_file', file.path, 'A file of the operating system or an unfinished copy was ignored.', 'info'),
      );
      continue;
    }
    waiting.push(open(file));
    if (waiting.length < AT_ONCE) continue;
    const next = await waiting.shift();
    if (next) yield next;
  }
  for (const promise of waiting) {
    const next = await promise;
    if (next) yield next;
  }
}

async function* expand(
  file: SourceFile,
  head: Uint8Array<ArrayBuffer>,
  depth: number,
  budget: Budget,
  ctx: ReadContext,
  skip: (finding: Finding) => void,
): AsyncGenerator<Unpacked> {
  const kind = archiveKind(head);
  if (!kind) {
    yield { file, head };
    return;
  }
  if (depth >= ctx.limits.archiveDepth) {
    skip(
      finding(
        'archive_too_deep',
        file.path,
        'Archives inside archives inside archives were left out; unpack them yourself.',
      ),
    );
    return;
  }
  try {
    const inside = await filesInside(kind, file, budget, ctx.limits, skip);
    for await (const unpacked of opened(inside, ctx, skip))
      yield* expand(unpacked.file, unpacked.head, depth + 1, budget, ctx, skip);
  } catch (error) {
    skip(told(error, file.path));
  }
}

type ArchiveKind = 'zip' | 'tar' | 'gzip' | 'zstd';

async function filesInside(
  kind: ArchiveKind,
  file: SourceFile,
  budget: Budget,
  limits: Limits,
  skip: (finding: Finding) => void,
): Promise<AsyncIterable<SourceFile> | Iterable<SourceFile>> {
  switch (kind) {
    case 'zip':
      return zipFiles(file, budget, limits, skip);
    case 'tar':
      return tarFiles(file, skip);
    case 'gzip':
      return [await gunzip(file, limits)];
    case 'zstd':
      return [unzstdFile(file, limits)];
  }
}

const inside = (file: SourceFile, name: string): string =>
  `${file.path}/${name.replaceAll('\\', '/').replace(/^(\.\/)+/, '')}`;

/** Bounded already: a tar is as large as its files. */
async function* tarFiles(file: SourceFile, skip: (finding: Finding) => void): AsyncGenerator<SourceFile> {
  for await (const entry of listTar(await file.blob())) {
    if (isUnsafeName(entry.name)) skip(finding('unsafe_name', file.path, REFUSALS.unsafe_name));
    else yield entry.file(inside(file, entry.name));
  }
}

async function* zipFiles(
  file: SourceFile,
  budget: Budget,
  limits: Limits,
  skip: (finding: Finding) => void,
): AsyncGenerator<SourceFile> {
  for await (const entry of listZip(await file.blob())) {
    const path = inside(file, entry.name);
    const refusal = refuse(entry, budget, limits);
    if (refusal) {
      skip(finding(refusal, refusal === 'unsafe_name' ? file.path : path, REFUSALS[refusal]));
      if (refusal === 'archive_too_large') return;
      continue;
    }
    budget.bytes -= entry.size;
    yield entry.file(path);
  }
}

const REFUSALS = {
  unsafe_name: 'A file in the archive has a name that points outside of it and was left out.',
  encrypted: 'A file in the zip is locked with a password; unpack it and drop the files.',
  unsupported_method:
    'A file in the zip is packed in a way that this reader does not know; pack it as an ordinary zip.',
  archive_bomb:
    'A file in the zip unpacks to far more than it should, over 200 times its size; unpack it yourself and drop the files.',
  archive_too_large: 'The archive unpacks to more than 4 GiB; the rest of it was left out. Drop the unpacked files.',
} as const;

function refuse(entry: ZipEntry, budget: Budget, limits: Limits): keyof typeof REFUSALS | null {
  if (isUnsafeName(entry.name)) return 'unsafe_name';
  if (entry.refused) return entry.refused === 'encrypted' ? 'encrypted' : 'unsupported_method';
  if (entry.size > RATIO_FROM_BYTES && entry.size > entry.compressedSize * limits.archiveRatio) return 'archive_bomb';
  return entry.size > budget.bytes ? 'archive_too_large' : null;
}

/** Names are data and never opened as paths; one that climbs or starts at a root is still a sign of ill will. */
const isUnsafeName = (name: string): boolean => {
  const path = name.replaceAll('\\', '/');
  return path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.split('/').includes('..') || path.includes('\0');
};

const SYSTEM_FILE =
  /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$|[^/]*\.trim\.\d+\.\d+$|[^/]*\.sqlite-shm$)/;
const isSystemFile = (path: string): boolean => SYSTEM_FILE.test(path);

function archiveKind(head: Uint8Array): ArchiveKind | null {
  if (isTar(head)) return 'tar';
  if (head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6)))
    return 'zip';
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) return 'zstd';
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8 ? 'gzip' : null;
}

function told(error: unknown, path: string): Finding {
  if (error instanceof InputError) return finding(error.code, path, error.message);
  throw error;
}

const finding = (code: string, path: string, message: string, severity: Severity = 'warning'): Finding => ({
  stage: 'unpack',
  code,
  severity,
  path,
  count: 1,
  message,
});
