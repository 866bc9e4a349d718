import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../tools/browsers/free-port.ts';
import { without } from './programs.ts';

export const noRedis: string | false = without('redis-server', '--version', 'redis-server');

export interface RedisServer {
  port: number;
  /** Stops it where it stands, as a machine does that hangs; and lets it go on. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

/** A real server which keeps nothing. @param at Its port on this machine, by default a free one. */
export async function startRedis(at?: number): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'datafast-live-map-redis-'));
  const port = at ?? (await freePort());
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const child = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => {
      reject(new Error('redis-server ended at once.'));
    });
    createInterface(child.stdout).on('line', (line) => {
      if (line.includes('Ready to accept connections')) resolve();
    });
  });
  return {
    port,
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
