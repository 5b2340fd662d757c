import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** How a model folder at `/broken/KIND/models/NAME/` goes wrong. */
type Kind = 'missing' | 'truncated' | 'altered' | 'unsummed' | 'stalled' | 'flaky';

const isWeights = (path: string): boolean => /\.(bin|json)$/.test(path);

/**
 * Serves the real model folders, gone wrong in one way each, to whoever asks under `/broken/`.
 * `flaky` fails the first request for each file after `/broken/reset`, and is whole from then on.
 * `/requests` tells how many files below `/models/` were asked for so far.
 */
export function modelServer(root: string): Plugin {
  const failed = new Set<string>();
  let requests = 0;
  return {
    name: 'model-server',
    configureServer(server) {
      server.middlewares.use('/models', (_request, _response, next) => {
        requests += 1;
        next();
      });
      server.middlewares.use('/requests', (_request, response) => {
        response.end(String(requests));
      });
      server.middlewares.use('/broken', (request, response) => {
        const url = decodeURIComponent((request.url ?? '').split('?')[0] as string);
        if (url === '/reset') {
          failed.clear();
          response.end();
          return;
        }
        const [, kind, ...parts] = url.split('/');
        const file = resolve(join(root, ...parts));
        if (file.startsWith(join(root, 'models')) && existsSync(file)) answer(kind as Kind, file, response, failed);
        else notFound(response);
      });
    },
  };
}

function answer(kind: Kind, file: string, response: ServerResponse, failed: Set<string>): void {
  const bytes = readFileSync(file);
  if (kind === 'unsummed' ? file.endsWith('SHA256SUMS') : isWeights(file)) spoil(kind, file, bytes, response, failed);
  else send(response, bytes);
}

function spoil(kind: Kind, file: string, bytes: Buffer, response: ServerResponse, failed: Set<string>): void {
  if (kind === 'truncated') send(response, bytes.subarray(0, bytes.length >> 1));
  else if (kind === 'altered') {
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
    send(response, bytes);
  } else if (kind === 'stalled') {
    response.writeHead(200, { 'content-length': bytes.length });
    response.write(bytes.subarray(0, 1000));
  } else if (kind === 'flaky' && failed.has(file)) send(response, bytes);
  else {
    failed.add(file);
    notFound(response);
  }
}

function send(response: ServerResponse, bytes: Uint8Array): void {
  response.writeHead(200, { 'content-length': bytes.length, 'cache-control': 'no-store' });
  response.end(bytes);
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'cache-control': 'no-store' });
  response.end();
}
