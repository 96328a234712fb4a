/** Input that cannot be read on: broken, hostile or beyond a limit. Caught where a source is read and told as a finding. */
export class InputError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'InputError';
    this.code = code;
  }

  /** Errors of streams and blobs are the input's fault; a cancel and our own errors pass unchanged. */
  static from(error: unknown): unknown {
    if (error instanceof InputError) return error;
    if (error instanceof Error && error.name === 'AbortError') return error;
    return new InputError(
      'unreadable',
      'The file could not be read to its end. Check that it still exists and drop it again.',
    );
  }
}
