import { asString, isJsonObject } from '../text/json.ts';
import type { JsonObject, JsonValue, SourceFile } from '../types.ts';
import { readText } from './file.ts';
import { InputError } from './input-error.ts';
import { parseJson } from './json-rows.ts';
import type { Recognised, SessionHint } from './recognise.ts';
import type { Limits, Source } from './source.ts';

const BUNDLE_FILES: ReadonlySet<string> = new Set([
  'manifest.json',
  'events.jsonl',
  'session-branch.json',
  'metadata.json',
  'artifacts.json',
  'prompts.json',
  'system-prompt.txt',
  'tools.json',
]);
const SMALL_FILE_BYTES = 16 * 2 ** 20;

export interface RecognisedFile {
  readonly file: SourceFile;
  readonly found: Recognised;
}

/** Files of one bundle, wherever its folder lies. */
export interface BundleFiles {
  readonly folder: string;
  readonly files: readonly SourceFile[];
  readonly sessions: readonly SessionHint[];
  readonly version: string;
  readonly hasManifest: boolean;
}

/**
 * Every manifest with the marker, with the files that stand beside it under a bundle's names. Where the manifest is missing or
 * broken, the branch of a session tells a bundle, or events with another of its files beside them.
 */
export async function findBundles(all: readonly RecognisedFile[], limits: Limits): Promise<readonly BundleFiles[]> {
  const folders = new Map<string, RecognisedFile[]>();
  for (const one of all) {
    if (!BUNDLE_FILES.has(baseOf(one.file.path))) continue;
    const folder = folderOf(one.file.path);
    folders.set(folder, [...(folders.get(folder) ?? []), one]);
  }
  const bundles: BundleFiles[] = [];
  for (const [folder, inside] of folders) {
    const files = inside.map(({ file }) => file);
    const manifest = inside.find(
      ({ file, found }) => found.what === 'manifest' && baseOf(file.path) === 'manifest.json',
    );
    const branch = inside.find(({ found }) => found.what === 'branch');
    const events = inside.find(({ found }) => found.what === 'source' && found.kind === 'events');
    const told = manifest ?? (events && (branch || files.length > 1) ? events : branch);
    if (!told) continue;
    const version = await bundleVersion(files, limits);
    bundles.push({ folder, files, sessions: hintsOf(told.found), version, hasManifest: manifest !== undefined });
  }
  return bundles;
}

const hintsOf = (found: Recognised): readonly SessionHint[] =>
  'sessions' in found && found.what !== 'index' ? found.sessions : [];

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();

export const bundleFile = (source: Source, name: string): SourceFile | undefined =>
  source.files.find((file) => baseOf(file.path) === name);

async function bundleVersion(files: readonly SourceFile[], limits: Limits): Promise<string> {
  const metadata = files.find((file) => baseOf(file.path) === 'metadata.json');
  if (!metadata) return '';
  const value = await readJsonFile(metadata, limits);
  return isJsonObject(value?.harness) ? (asString(value.harness.version) ?? '') : '';
}

/** A small JSON object file; undefined when it is none or cannot be read. */
export async function readJsonFile(file: SourceFile, limits: Limits): Promise<JsonObject | undefined> {
  const value = await readJsonValue(file, limits);
  return isJsonObject(value) ? value : undefined;
}

export async function readJsonValue(file: SourceFile, limits: Limits): Promise<JsonValue | undefined> {
  const text = await readSmallText(file);
  return text === undefined ? undefined : parseJson(text, limits.jsonDepth);
}

export async function readSmallText(file: SourceFile): Promise<string | undefined> {
  try {
    return (await readText(file, SMALL_FILE_BYTES)).replace(/^\ufeff/, '');
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
