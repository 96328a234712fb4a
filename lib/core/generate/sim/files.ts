import type { InMemoryFs } from 'just-bash/browser';
import type { Clock } from './clock.ts';

type FsClass = typeof InMemoryFs;

/** A file of a new world: text, or text that is executable or closed to everyone. */
export type FileInit = string | { readonly text: string; readonly mode: 'script' | 'locked' };

const MODES = { plain: 0o644, script: 0o755, locked: 0o000 } as const;

/**
 * The library's in-memory files with the world's clock for times (its own are those of the machine, and the same
 * seed must give the same `stat`) and with modes that are obeyed. `ls -l` stays off limits to policies: it writes dates
 * differently when they are half a year before the machine's clock.
 */
export function openFiles(
  Fs: FsClass,
  clock: Clock,
  initial: Iterable<readonly [path: string, file: FileInit]>,
): InMemoryFs {
  const times = new Map<string, number>();
  const bornMs = clock.now() - 86_400_000;

  class WorldFs extends Fs {
    override async stat(path: string) {
      const stat = await super.stat(path);
      return { ...stat, mtime: new Date(times.get(path) ?? bornMs) };
    }
    override async lstat(path: string) {
      const stat = await super.lstat(path);
      return { ...stat, mtime: new Date(times.get(path) ?? bornMs) };
    }
    override async readFile(...args: Parameters<InMemoryFs['readFile']>) {
      await this.demandAccess(args[0]);
      return super.readFile(...args);
    }
    override async readFileBuffer(path: string) {
      await this.demandAccess(path);
      return super.readFileBuffer(path);
    }
    override async readFileBytes(path: string) {
      await this.demandAccess(path);
      return super.readFileBytes(path);
    }
    override async writeFile(...args: Parameters<InMemoryFs['writeFile']>) {
      await this.demandAccess(args[0]);
      times.set(args[0], clock.now());
      return super.writeFile(...args);
    }
    override async appendFile(...args: Parameters<InMemoryFs['appendFile']>) {
      await this.demandAccess(args[0]);
      times.set(args[0], clock.now());
      return super.appendFile(...args);
    }
    override async mkdir(...args: Parameters<InMemoryFs['mkdir']>) {
      times.set(args[0], clock.now());
      return super.mkdir(...args);
    }
    override async utimes(path: string, accessed: Date, modified: Date) {
      times.set(path, clock.now());
      return super.utimes(path, accessed, modified);
    }
    private async demandAccess(path: string) {
      if (!(await super.exists(path))) return;
      const { mode } = await super.stat(path);
      if ((mode & 0o700) === 0) throw new Error(`EACCES: permission denied, open '${path}'`);
    }
  }

  const fs = new WorldFs();
  for (const [path, file] of initial) {
    const text = typeof file === 'string' ? file : file.text;
    const mode = MODES[typeof file === 'string' ? 'plain' : file.mode];
    fs.writeFileSync(path, text, undefined, { mode, mtime: new Date(bornMs) });
  }
  return fs;
}
