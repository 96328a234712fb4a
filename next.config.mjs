/** @type {import('next').NextConfig} */
const config = {
  output: 'export',
  reactStrictMode: true,
  images: { unoptimized: true },
  poweredByHeader: false,
  // `npm test` checks types, once and for everything; a start should not wait for that.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    // The policy lets nothing fetch a file of its own, so WebAssembly comes as bytes inside a script.
    rules: { '*.wasm': { type: 'bytes' } },
    resolveAlias: { './sqlite3-worker1.mjs': './workers/never-started.mjs' },
  },
};

export default config;
