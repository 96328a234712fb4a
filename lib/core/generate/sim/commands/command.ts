import type { Command, ExecResult } from 'just-bash/browser';

/** What a pretend program prints. */
export const printed = (stdout: string): ExecResult => ({ stdout, stderr: '', exitCode: 0 });

export const failed = (stderr: string, exitCode: number): ExecResult => ({ stdout: '', stderr, exitCode });

export const program = (name: string, execute: Command['execute']): Command => ({ name, trusted: true, execute });

/** A program that this machine does not have. */
export const absent = (name: string): Command =>
  program(name, async () => failed(`bash: ${name}: command not found\n`, 127));
