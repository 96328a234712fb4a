import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const HERE = fileURLToPath(new URL('.', import.meta.url));

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.jsonl': 'application/x-ndjson; charset=utf-8',
  '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.zip': 'application/zip',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.jsonl', '.map', '.txt', '.md', '.svg', '.wasm']);
/** Bytes; larger files are streamed from disk as they are. */
const HELD = 4 * 2 ** 20;

/** Every file of `root` by the address that asks for it. Only these exist: no address is ever turned into a path. */
export function indexFiles(root) {
  const files = new Map();
  for (const name of readdirSync(root, { recursive: true }).sort()) {
    const file = join(root, name);
    const path = `/${name.split(sep).join('/')}`;
    if (path.includes('/.') || !statSync(file).isFile()) continue;
    const ending = extname(path);
    const { size } = statSync(file);
    const bytes = size <= HELD ? readFileSync(file) : undefined;
    const entry = {
      file,
      size,
      bytes,
      type: TYPES[ending] ?? 'application/octet-stream',
      cache: path.startsWith('/_next/static/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      document: ending === '.html' ? path.slice(0, -ending.length) : undefined,
      tag: bytes && `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      encodings: COMPRESSED.has(ending) && bytes ? new Map() : undefined,
    };
    files.set(path, entry);
    if (ending !== '.html') continue;
    files.set(path.slice(0, -'.html'.length), entry);
    if (path.endsWith('/index.html')) files.set(path.slice(0, -'index.html'.length), entry);
  }
  return files;
}

function find(files, url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return undefined; // a malformed escape names no file
  }
  return files.get(path) ?? (path.length > 1 && path.endsWith('/') ? files.get(path.slice(0, -1)) : undefined);
}

const COMPRESS = {
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => gzipSync(bytes, { level: 9 }),
};

/** The bytes as this visitor takes them; compressed once, at the first wish. */
function encode(entry, accepted) {
  const encoding = entry.encodings && ['br', 'gzip'].find((name) => new RegExp(`\\b${name}\\b`).test(accepted));
  if (!encoding) return { bytes: entry.bytes };
  if (!entry.encodings.has(encoding)) entry.encodings.set(encoding, COMPRESS[encoding](entry.bytes));
  return { bytes: entry.encodings.get(encoding), encoding };
}

/** Policies by document as csp.txt holds them, one a line with its path in front; `*` is for every other response. */
export const readPolicies = (text) =>
  new Map(
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
  );

/** A server of the finished app and nothing else: it reads no request body, writes no file and keeps no log. */
export function createAppServer({ root, policies }) {
  const files = indexFiles(root);
  const always = {
    'Content-Security-Policy': policies.get('*') ?? '',
    'X-Content-Type-Options': 'nosniff',
    'X-DNS-Prefetch-Control': 'off',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=(), serial=()',
  };
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD', 'Content-Length': 0, Connection: 'close' }).end();
      return;
    }
    const found = find(files, request.url ?? '/');
    const entry = found ?? files.get('/404.html');
    if (!entry) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
      return;
    }
    const own = policies.get(entry.document);
    if (own) response.setHeader('Content-Security-Policy', own);
    if (entry.tag) response.setHeader('ETag', entry.tag);
    response.setHeader('Cache-Control', found ? entry.cache : 'no-cache');
    if (entry.encodings) response.setHeader('Vary', 'Accept-Encoding');
    if (found && entry.tag && request.headers['if-none-match'] === entry.tag) {
      response.writeHead(304).end();
      return;
    }
    const { bytes, encoding } = encode(entry, String(request.headers['accept-encoding'] ?? ''));
    if (encoding) response.setHeader('Content-Encoding', encoding);
    response.writeHead(found ? 200 : 404, {
      'Content-Type': entry.type,
      'Content-Length': bytes ? bytes.length : entry.size,
    });
    if (request.method === 'HEAD') response.end();
    else if (bytes) response.end(bytes);
    else
      createReadStream(entry.file)
        .on('error', (error) => response.destroy(error))
        .pipe(response);
  });
}

/** Serves out/ under the policies of csp.txt; resolves to the address once it listens. */
export async function serve({ port, host = '0.0.0.0', root = join(HERE, 'out'), policyFile = join(HERE, 'csp.txt') }) {
  const policies = readPolicies(readFileSync(policyFile, 'utf8'));
  // Served without a policy the page would still work, and nobody would notice.
  if (!policies.has('*')) throw new Error(`${policyFile} holds no policy for all responses: run npm run build first`);
  const server = createAppServer({ root, policies });
  const stop = () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.address()));
  });
}

const startedFile = process.argv[1] && realpathSync(process.argv[1]);
if (startedFile === fileURLToPath(import.meta.url))
  serve({ port: Number(process.env.PORT || 7860), host: process.env.HOST || '0.0.0.0' }).then(
    ({ address, port }) => console.log(`listening on http://${address}:${port}`),
    (error) => {
      console.error(error.code === 'ENOENT' ? `${error.path} is missing: run npm run build first` : error.message);
      process.exit(1);
    },
  );
