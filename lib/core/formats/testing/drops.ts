import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { ReadingChoice } from '../../recipe.ts';
import type { Finding, SourceFile } from '../../types.ts';
import { openDrop } from '../drop.ts';
import { fileFromBlob } from '../file.ts';
import { readEpisodes } from '../read.ts';
import { DEFAULT_LIMITS, type Drop, type Limits, type Parsed, type ReadContext } from '../source.ts';

/** Fixtures folder of the repository. */
export const FIXTURES = new URL('../../../../tests/fixtures/openclaw/', import.meta.url).pathname;

export function walk(folder: string, under = ''): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = `${folder}/${name}`;
      const shown = under ? `${under}/${name}` : name;
      return statSync(path).isDirectory() ? walk(path, shown) : [shown];
    });
}

/** Files below the fixtures, by paths of files or folders. */
export function fixtureFiles(...paths: string[]): SourceFile[] {
  return paths.flatMap((path) => {
    const full = FIXTURES + path;
    const names = statSync(full).isDirectory() ? walk(full, path) : [path];
    return names.map((name) => fileFromBlob(name, new Blob([readFileSync(FIXTURES + name)])));
  });
}

export const file = (path: string, content: BlobPart | readonly BlobPart[]): SourceFile =>
  fileFromBlob(path, new Blob(Array.isArray(content) ? [...content] : [content as BlobPart]));

export interface TestContext extends ReadContext {
  readonly findings: Finding[];
}

export function testContext(limits: Partial<Limits> = {}, signal = new AbortController().signal): TestContext {
  const findings: Finding[] = [];
  return {
    signal,
    limits: { ...DEFAULT_LIMITS, ...limits },
    report: (finding) => findings.push(finding),
    progress: () => undefined,
    findings,
  };
}

export async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

export interface ReadDrop {
  readonly drop: Drop;
  readonly parsed: readonly Parsed[];
  /** Findings of reading and skipped files alike. */
  readonly findings: readonly Finding[];
}

export async function readDrop(
  files: readonly SourceFile[],
  limits: Partial<Limits> = {},
  reading?: ReadingChoice,
): Promise<ReadDrop> {
  const ctx = { ...testContext(limits), ...(reading ? { reading } : {}) };
  const drop = await openDrop(each(files), ctx);
  const parsed: Parsed[] = [];
  for (const source of drop.sources) for await (const item of readEpisodes(source, drop, ctx)) parsed.push(item);
  return { drop, parsed, findings: [...drop.skipped, ...ctx.findings] };
}

export const episodesOf = (parsed: readonly Parsed[]) =>
  parsed.flatMap((item) => (item.type === 'episode' ? [item.episode] : []));

export const dropsOf = (parsed: readonly Parsed[]) =>
  parsed.flatMap((item) => (item.type === 'dropped' ? [`${item.reason} ${item.id}`] : []));
