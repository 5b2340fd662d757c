import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** The built site on a server of its own, which can be taken away. */
export interface OwnServer {
  readonly address: string;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  /** From now on the service worker is another one, as after a new build. */
  renew(): void;
  /** Ends every connection: whoever asks now is refused. */
  close(): Promise<void>;
}

export async function serveBuilt(): Promise<OwnServer> {
  const asked: string[] = [];
  let edition = '';
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(pathname);
    const file = join('dist', normalize(pathname === '/' ? 'index.html' : pathname));
    try {
      const body = await readFile(file);
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
      response.end(pathname === '/sw.js' ? `${body}${edition}` : body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    asked,
    renew() {
      edition += '\n// newer';
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
