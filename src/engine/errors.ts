import type { ErrorCode } from './protocol';

/**
 * An error that a person can act on. `message` is a sentence for the reader, `detail` a few words for the status line,
 * `code` the machine's word for it:
 *
 * - `backend`: neither WebGL nor WASM could be started as asked
 * - `network`: a file did not arrive, or not whole
 * - `checksum`: a file arrived whole, but is not the one that was published
 * - `shape`: the model does not take or give what this version expects
 * - `context-lost`: the GPU was taken away
 * - `input`: the demo cannot use what it was given
 * - `step`: the model failed, or did not answer in time
 */
export class DemoError extends Error {
  override readonly name: string = 'DemoError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The engine itself is gone: whoever had a session in it may open another, and go on with the same input. */
export class EngineLost extends DemoError {
  override readonly name = 'EngineLost';
}

/** A DemoError as plain data: structured cloning would lose its code. */
export interface ErrorData {
  readonly demoError: true;
  readonly code: ErrorCode;
  readonly message: string;
  readonly detail: string;
}

export const toErrorData = (error: unknown, fallback: ErrorCode): ErrorData => {
  const known = toDemoError(error, fallback);
  return { demoError: true, code: known.code, message: known.message, detail: known.detail };
};

/** Any thrown thing as a DemoError; `fallback` is the code of what nobody foresaw. */
export function toDemoError(error: unknown, fallback: ErrorCode): DemoError {
  if (error instanceof DemoError) return error;
  if (isErrorData(error)) return new DemoError(error.code, error.message, error.detail);
  const text = error instanceof Error ? error.message : String(error);
  return new DemoError(fallback, text, '', { cause: error });
}

const isErrorData = (value: unknown): value is ErrorData =>
  typeof value === 'object' && value !== null && (value as Partial<ErrorData>).demoError === true;

export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
