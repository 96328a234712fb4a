import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A second server on this machine, standing for everybody whom the page must not reach. */
export interface Catcher {
  readonly origin: string;
  /** First path segments that were asked for, each once. */
  hits(): readonly string[];
  close(): Promise<void>;
}

const listen = (server: Server) =>
  new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** Answers everything, to everybody, with the given body. */
export async function openCatcher(body = ''): Promise<Catcher> {
  const hits = new Set<string>();
  const note = (url: string | undefined) => hits.add((url ?? '/').split(/[/?]/)[1] ?? '');
  const server = createServer((request, response) => {
    note(request.url);
    const type = request.url?.startsWith('/worker') ? 'text/javascript' : 'text/html';
    response.writeHead(200, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' }).end(body);
  });
  server.on('upgrade', (request, socket) => {
    note(request.url);
    socket.destroy();
  });
  const port = await listen(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    hits: () => [...hits].sort(),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
