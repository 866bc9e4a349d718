import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../../tools/browsers/free-port.ts';

const START_MS = 60_000;

/** A program that serves HTTP on this machine. */
export interface Program {
  url: string;
  /** What it has printed so far. */
  said: () => string;
  stop: () => Promise<void>;
}

export interface ProgramOptions {
  cwd?: string;
  /** All of its environment: that of the tests may hold a real key. */
  env?: Record<string, string>;
  /** Default: a free one, passed to the program as `PORT`. */
  port?: number;
}

const run = promisify(execFile);

/** Runs a program to its end. @throws Error with what it has printed, where it fails. */
export async function runProgram(
  command: string,
  args: string[],
  { cwd = import.meta.dirname, env = {} }: ProgramOptions = {},
): Promise<void> {
  const own = { PATH: process.env.PATH, HOME: tmpdir(), NO_COLOR: '1', ...env };
  await run(command, args, { cwd, env: own }).catch((error: unknown) => {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`, { cause: error });
  });
}

/** Starts a program, and waits until it listens. */
export async function startProgram(
  command: string,
  args: string[],
  { cwd = import.meta.dirname, env = {}, port }: ProgramOptions = {},
): Promise<Program> {
  const at = port ?? (await freePort());
  const child = spawn(command, args, {
    cwd,
    env: { PATH: process.env.PATH, HOME: tmpdir(), NO_COLOR: '1', PORT: String(at), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endHere = (): void => void child.kill();
  process.once('exit', endHere);
  let said = '';
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const ended = once(child, 'exit');
  const program = {
    url: `http://127.0.0.1:${at}`,
    said: () => said,
    stop: async () => {
      process.off('exit', endHere);
      child.kill();
      await ended;
    },
  };
  const end = performance.now() + START_MS;
  while (!(await isListening(at))) {
    if (child.exitCode !== null || performance.now() > end) {
      await program.stop();
      throw new Error(`${command} ${args.join(' ')} does not listen.
${said}`);
    }
    await sleep(20);
  }
  return program;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const settle = (isThere: boolean) => () => {
      socket.destroy();
      resolve(isThere);
    };
    socket.on('connect', settle(true)).on('error', settle(false));
  });
}
