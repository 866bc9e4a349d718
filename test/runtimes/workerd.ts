import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../tools/browsers/free-port.ts';
import { type Program, startProgram } from './program.ts';

/** Of this folder's own packages, of which the project's types know nothing. */
const require = createRequire(import.meta.url);
const { build } = require('esbuild') as { build: (options: object) => Promise<unknown> };
const { default: workerd } = require('workerd') as { default: string };

export interface WorkersOptions {
  /** Its environment. */
  bindings?: Record<string, string>;
  /** Isolates of it, each at an address of its own: as many machines of one data centre have them. */
  isolates?: number;
  /** What answers for the internet, "127.0.0.1:8000". Default: this machine is as it is, and nothing else is there. */
  internet?: string | undefined;
  /** What keeps that which the Cache API is given, in the same form. */
  cache?: string | undefined;
  /** Which Workers it takes itself for. */
  compatibilityDate?: string;
}

/** Starts a worker in workerd, bundled as its own tools do it. To stop one isolate stops all. */
export async function startWorkers(module: string, options: WorkersOptions = {}): Promise<Program[]> {
  const home = await mkdtemp(join(tmpdir(), 'live-map-workerd-'));
  await build({
    entryPoints: [module],
    outfile: join(home, 'worker.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['workerd', 'worker', 'browser'],
    logLevel: 'silent',
  });
  const ports: number[] = [];
  for (let isolate = 0; isolate < (options.isolates ?? 1); isolate++) ports.push(await freePort());
  await writeFile(join(home, 'config.capnp'), configuration(ports, options));
  const { stop, ...program } = await startProgram(workerd, ['serve', join(home, 'config.capnp')], { port: ports[0]! });
  const stopAll = (): Promise<void> => stop().then(() => rm(home, { recursive: true, force: true }));
  return ports.map((port) => ({ ...program, url: `http://127.0.0.1:${port}`, stop: stopAll }));
}

function configuration(
  ports: number[],
  { bindings = {}, internet, cache, compatibilityDate = '2026-11-01' }: WorkersOptions,
): string {
  const text = JSON.stringify;
  const external = (address: string): string => `external = (address = ${text(address)}, http = ())`;
  const bound = Object.entries(bindings).map(([name, value]) => `(name = ${text(name)}, text = ${text(value)})`);
  const services = [
    `(name = "internet", ${internet === undefined ? 'network = (allow = ["local"])' : external(internet)})`,
    ...(cache === undefined ? [] : [`(name = "cache", ${external(cache)})`]),
    ...ports.map(
      (port) => `(name = "worker${port}", worker = (
        modules = [(name = "worker.js", esModule = embed "worker.js")],
        compatibilityDate = ${text(compatibilityDate)},
        ${cache === undefined ? '' : 'cacheApiOutbound = "cache",'}
        bindings = [${bound.join(', ')}]))`,
    ),
  ];
  const sockets = ports.map(
    (port) => `(name = "http${port}", address = "127.0.0.1:${port}", http = (), service = "worker${port}")`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";
    const config :Workerd.Config = (services = [${services.join(', ')}], sockets = [${sockets.join(', ')}]);`;
}
