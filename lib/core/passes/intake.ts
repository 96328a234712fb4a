import type { Drop } from '../formats/source.ts';
import { generatorById } from '../generate/catalog.ts';
import type { Host } from '../host.ts';
import type { GeneratorChoice, Recipe, RedactionChoice } from '../recipe.ts';
import type { Progress, SourceFile } from '../types.ts';
import { readDrop } from './read-drop.ts';
import { sameRedaction } from './same-redaction.ts';
import { scanDrop, scanGenerator } from './scan.ts';
import type { Segment } from './segment.ts';
import { settle } from './settle.ts';
import type { State } from './state.ts';

/**
 * The files of a drop, and what was read of them and made by generators: kept for as long as no change touches it, and until
 * `release` for who still looks at what is old.
 */
export interface Intake {
  /** Returns the number of files held. */
  addFiles(files: readonly SourceFile[]): number;
  /** By the path of a source or file; a folder takes its files along. Returns the number of files held. */
  removeFiles(path: string): number;
  /** Reads and makes what the recipe asks for and is not there. Throws a RangeError for a generator that is none. */
  update(recipe: Recipe, signal: AbortSignal): AsyncGenerator<Progress, Pick<State, 'drop' | 'segments'>>;
  /** Lets go of all that the last update did not give. */
  release(): Promise<void>;
  close(): Promise<void>;
}

interface Scanned {
  readonly key: string;
  /** What it was redacted with. */
  readonly redaction: RedactionChoice;
  readonly segment: Segment;
}

interface Wanted {
  readonly key: string;
  readonly scan: () => AsyncGenerator<Progress, Segment>;
}

const EMPTY_DROP: Drop = { sources: [], skipped: [] };

export function createIntake(host: Host): Intake {
  let files: SourceFile[] = [];
  let filesVersion = 0;
  let opened: { readonly version: number; readonly drop: Drop } | undefined;
  let scanned: readonly Scanned[] = [];
  /** What the last update gave. */
  let given: readonly Scanned[] = [];

  async function* scanFiles(drop: Drop, recipe: Recipe, signal: AbortSignal): AsyncGenerator<Progress, Segment> {
    const segment = yield* scanDrop(drop, recipe.reading, recipe, host, signal);
    return { ...segment, entries: yield* settle(segment, recipe, host, signal) };
  }

  function make(choice: GeneratorChoice, recipe: Recipe, signal: AbortSignal): AsyncGenerator<Progress, Segment> {
    const generator = generatorById(choice.generator);
    if (!generator) throw new RangeError(`there is no generator ${JSON.stringify(choice.generator)}`);
    return scanGenerator(generator, choice, recipe, host, signal);
  }

  async function forget(which: (item: Scanned) => boolean): Promise<void> {
    const gone = scanned.filter(which);
    scanned = scanned.filter((item) => !which(item));
    for (const { segment } of gone) await segment.scratch.close();
  }

  return {
    addFiles: (added) => {
      files = [...files, ...added];
      filesVersion += 1;
      return files.length;
    },
    removeFiles: (path) => {
      files = files.filter((file) => file.path !== path && !file.path.startsWith(`${path}/`));
      filesVersion += 1;
      return files.length;
    },
    update: async function* (recipe, signal) {
      const wanted: Wanted[] = [];
      if (files.length > 0) {
        const version = filesVersion;
        if (opened?.version !== version) opened = { version, drop: yield* readDrop(files, host, signal) };
        const { drop } = opened;
        wanted.push({
          key: `drop ${version} ${placeholderKey(recipe)} ${JSON.stringify(recipe.reading)}`,
          scan: () => scanFiles(drop, recipe, signal),
        });
      } else opened = undefined;
      for (const choice of recipe.generators)
        wanted.push({
          key: `generator ${placeholderKey(recipe)} ${JSON.stringify(choice)}`,
          scan: () => make(choice, recipe, signal),
        });
      const isSame = ({ segment, redaction }: Scanned) =>
        sameRedaction(segment, redaction, recipe.redaction, host, signal);
      const fitting = new Map<string, Scanned>();
      for (const item of scanned)
        if (wanted.some(({ key }) => key === item.key) && (await isSame(item))) fitting.set(item.key, item);
      // What an update that was called off had read for itself is looked at by nobody.
      await forget((item) => !given.includes(item) && fitting.get(item.key) !== item);
      for (const { key, scan } of wanted) {
        if (fitting.has(key)) continue;
        const item = { key, redaction: recipe.redaction, segment: yield* scan() };
        scanned = [...scanned, item];
        fitting.set(key, item);
      }
      given = wanted.map(({ key }) => fitting.get(key) as Scanned);
      return { drop: opened?.drop ?? EMPTY_DROP, segments: given.map(({ segment }) => segment) };
    },
    release: () => forget((item) => !given.includes(item)),
    close: () => forget(() => true),
  };
}

const placeholderKey = ({ redaction, key }: Recipe): string => (redaction.placeholders === 'keyed' ? key : '');
