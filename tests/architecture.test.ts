import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Pure computation over web-platform APIs: what the engine may stand on. */
const PURE_PACKAGES = ['@sqlite.org/sqlite-wasm', '@zip.js/zip.js', 'fzstd', 'hash-wasm', 'just-bash', 're2js'];
const PAGE_PACKAGES = ['react', 'react-dom', 'next'];
const STEPS = ['sources', 'redact', 'curate', 'mix', 'export', 'evaluate'];
/** Types of what crosses between a page and its worker. */
const PROTOCOL = /^workers\/(model-)?protocol\.ts$/;
/** What is asked of a local model, and the wire to it. */
const MODEL_TYPES = /^lib\/core\/local-model\/(sample|transport)\.ts$/;
const ENGINE_TYPES = /^lib\/core\/(types|(read-)?recipe)\.ts$/;

interface Layer {
  readonly name: string;
  readonly holds: RegExp;
  /** Of our own files. */
  readonly mayImport: readonly RegExp[];
  readonly packages: readonly string[];
}

/** The arrow line of ARCHITECTURE.md. A file belongs to the first layer that holds it. */
const LAYERS: readonly Layer[] = [
  {
    name: 'app',
    holds: /^app\//,
    mayImport: [/^app\//, /^components\//, /^lib\/state\//, PROTOCOL, ENGINE_TYPES],
    packages: PAGE_PACKAGES,
  },
  {
    name: 'components',
    holds: /^components\//,
    mayImport: [/^components\//, /^lib\/state\//, PROTOCOL, ENGINE_TYPES],
    packages: [...PAGE_PACKAGES, '@tanstack/react-virtual'],
  },
  {
    name: 'lib/state',
    holds: /^lib\/state\//,
    mayImport: [/^lib\/state\//, /^lib\/storage\//, /^workers\/(model-)?client\.ts$/, PROTOCOL, ENGINE_TYPES],
    packages: ['react', 'zustand'],
  },
  {
    name: 'lib/storage',
    holds: /^lib\/storage\//,
    mayImport: [/^lib\/storage\//, ENGINE_TYPES],
    packages: ['idb'],
  },
  {
    name: 'workers/client',
    holds: /^workers\/(model-)?client\.ts$/,
    mayImport: [PROTOCOL, /^workers\/(dataset|model)\.worker\.ts$/],
    packages: ['comlink'],
  },
  {
    name: 'workers/protocol',
    holds: PROTOCOL,
    mayImport: [PROTOCOL, ENGINE_TYPES, /^lib\/core\/views\/[a-z]+-views\.ts$/, MODEL_TYPES],
    packages: [],
  },
  {
    name: 'workers',
    holds: /^workers\//,
    mayImport: [/^workers\/(?!(model-)?client\.ts$)/, /^lib\/core\//],
    packages: ['comlink', '@sqlite.org/sqlite-wasm'],
  },
  {
    name: 'lib/cli',
    holds: /^lib\/cli\//,
    mayImport: [/^lib\/cli\//, /^lib\/core\//],
    packages: ['node:', 'tsx'],
  },
  {
    name: 'lib/core',
    holds: /^lib\/core\//,
    mayImport: [/^lib\/core\//],
    packages: PURE_PACKAGES,
  },
];

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(path);
    else if (/\.(ts|tsx|mjs)$/.test(entry.name)) yield path;
  }
}

/** What ships; tests and their tools may reach for anything. */
const SOURCES = ['app', 'components', 'lib', 'workers']
  .flatMap((folder) => [...walk(folder)])
  .filter((path) => !/\.(test|bench)\.tsx?$|\/testing\//.test(path));

const IMPORTS = [
  /^\s*(?:import|export)\b[^;'"]*?\bfrom\s+'([^']+)'/gm,
  /^\s*import\s+'([^']+)'/gm,
  /\bimport\(\s*'([^']+)'\s*\)/g,
  /\bnew URL\(\s*'([^']+)'\s*,\s*import\.meta\.url\)/g,
];

const specifiersOf = (source: string) =>
  IMPORTS.flatMap((pattern) => [...source.matchAll(pattern)].map(([, specifier]) => specifier as string));

function resolveOwn(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.') && !specifier.startsWith('@/')) return undefined;
  const path = specifier.startsWith('@/') ? specifier.slice(2) : posix.join(dirname(from), specifier);
  const found = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find(
    (candidate) => existsSync(join(ROOT, candidate)) && statSync(join(ROOT, candidate)).isFile(),
  );
  return found ?? path;
}

const EDGES = SOURCES.flatMap((from) =>
  [...new Set(specifiersOf(read(from)))].map((specifier) => ({ from, specifier, to: resolveOwn(from, specifier) })),
);

const layerOf = (path: string) => LAYERS.find((layer) => layer.holds.test(path));

const isListed = (specifier: string, packages: readonly string[]) =>
  packages.some((name) =>
    name.endsWith(':') ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`),
  );

/** In lexical order, so that a failure reads the same each time. */
const lines = (edges: typeof EDGES) => edges.map(({ from, specifier }) => `${from} → ${specifier}`).sort();

describe('imports', () => {
  test('the scan sees the sources', () => {
    expect(SOURCES.length).toBeGreaterThan(50);
    expect(EDGES.length).toBeGreaterThan(SOURCES.length);
  });

  test('every source belongs to a layer', () => {
    expect(SOURCES.filter((path) => !layerOf(path))).toEqual([]);
  });

  test('point one way', () => {
    const wrong = EDGES.filter(({ from, to }) => to && !layerOf(from)?.mayImport.some((allowed) => allowed.test(to)));
    expect(lines(wrong.filter(({ to }) => /\.(tsx?|mjs)$/.test(to ?? '')))).toEqual([]);
  });

  test('of packages stay where they belong', () => {
    const wrong = EDGES.filter(({ from, specifier, to }) => !to && !isListed(specifier, layerOf(from)?.packages ?? []));
    expect(lines(wrong)).toEqual([]);
  });

  test('between steps of the page do not exist: app composes them', () => {
    const stepOf = (path: string) => STEPS.find((step) => path.startsWith(`components/${step}/`));
    const wrong = EDGES.filter(({ from, to }) => {
      const step = to?.startsWith('components/') && from.startsWith('components/') && stepOf(to);
      return step && step !== stepOf(from);
    });
    expect(lines(wrong)).toEqual([]);
  });

  test('make no cycle', () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of EDGES) if (to) next.set(from, [...(next.get(from) ?? []), to]);
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]): readonly string[] | undefined => {
      if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
      if (done.has(path)) return undefined;
      for (const to of next.get(path) ?? []) {
        const cycle = visit(to, [...trail, path]);
        if (cycle) return cycle;
      }
      done.add(path);
      return undefined;
    };
    expect(SOURCES.map((path) => visit(path, [])).find(Boolean)).toBeUndefined();
  });
});

describe('nothing leaves', () => {
  /** A policy cannot stop these two (see /about), so they must not exist; sentences may name the technique otherwise. */
  const BEYOND_POLICY = /RTCPeerConnection|webkitRTC|window\s*\.\s*open\b/;
  /** Calls, so that the engine may read and write texts about them. */
  const CHANNELS =
    /\bnew\s+(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|BroadcastChannel)\b|\.sendBeacon\s*\(|\bimportScripts\s*\(/;
  const FETCH = /(?<![\w$.'"`])(?:(?:globalThis|window|self)\s*\.\s*)?fetch\s*\(\s*([^)]*)\)/g;
  const offenders = (paths: readonly string[], pattern: RegExp) => paths.filter((path) => pattern.test(read(path)));
  const hostSide = SOURCES.filter((path) => !path.startsWith('lib/core/'));

  test('by a way that no policy can block', () => {
    expect(offenders(SOURCES, BEYOND_POLICY)).toEqual([]);
  });

  test('by a connection of our own', () => {
    expect(offenders(hostSide, CHANNELS)).toEqual([]);
  });

  test('by fetch: one call asks for an address without a host, to show that it is refused; one is for a local model', () => {
    const calls = hostSide.flatMap((path) => [...read(path).matchAll(FETCH)].map(([, what]) => ({ path, what })));
    expect(calls).toEqual([
      { path: 'lib/state/local-model/wire.ts', what: '...request' },
      { path: 'lib/state/proof.ts', what: 'HARMLESS' },
    ]);
    expect(read('lib/state/proof.ts')).toContain("const HARMLESS = 'data:,';");
  });

  test('by the builder talking to a local model: only the other document holds the code for it', () => {
    const reached = (from: string, seen = new Set([from])): ReadonlySet<string> => {
      for (const { to } of EDGES.filter((edge) => edge.from === from))
        if (to && !seen.has(to)) reached(to, seen.add(to));
      return seen;
    };
    const wire = 'lib/state/local-model/wire.ts';
    expect([...reached('app/local-model/page.tsx')]).toContain(wire);
    for (const entry of ['app/page.tsx', 'app/about/page.tsx', 'workers/dataset.worker.ts', 'workers/model.worker.ts'])
      expect([...reached(entry)], entry).not.toContain(wire);
  });

  test('because an address of this machine was left behind', () => {
    const others = hostSide.filter((path) => !path.includes('/local-model/'));
    expect(offenders(others, /\blocalhost\b|\b127\.0\.0\.1\b/)).toEqual([]);
  });
});

describe('the same files and recipe give the same bytes', () => {
  const engine = SOURCES.filter((path) => path.startsWith('lib/core/'));

  test.each([
    ['a clock', /\bDate\.now\s*\(|\bnew Date\(\)|\bperformance\s*\.\s*now\s*\(/],
    ['chance', /\bMath\.random\s*\(|\bcrypto\.(?:randomUUID|getRandomValues)\b/],
    ['a locale', /\.(?:localeCompare|toLocale[A-Z]\w*)\s*\(|\bIntl\.(?!Segmenter\b)\w+/],
  ])('so the engine does not ask %s', (_, pattern) => {
    expect(engine.filter((path) => pattern.test(read(path)))).toEqual([]);
  });
});

describe('dependencies', () => {
  const manifest: Record<'dependencies' | 'devDependencies', Record<string, string>> = JSON.parse(read('package.json'));
  const all = { ...manifest.dependencies, ...manifest.devDependencies };

  test('are pinned to one version', () => {
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('are each explained in ARCHITECTURE.md', () => {
    const named = new Set(
      [...read('ARCHITECTURE.md').matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell]) => (cell as string).split(', ')),
    );
    expect(Object.keys(all).filter((name) => !named.has(name))).toEqual([]);
  });

  test('that ship are used', () => {
    const used = EDGES.map(({ specifier }) => specifier);
    const byTools = ['react-dom'];
    const unused = Object.keys(manifest.dependencies).filter(
      (name) => !byTools.includes(name) && !used.some((specifier) => isListed(specifier, [name])),
    );
    expect(unused).toEqual([]);
  });
});
