import { createRequire } from 'node:module';
import { type Program, type ProgramOptions, startProgram } from './program.ts';

/** Of this folder's own packages. */
const require = createRequire(import.meta.url);

interface RunOptions extends ProgramOptions {
  /** A module that is loaded first. */
  preload?: string;
}

export type RunModule = (module: string, options?: RunOptions) => Promise<Program>;

/** How a module is run on each runtime. */
export const RUNTIMES: Record<'Node' | 'Deno' | 'Bun', RunModule> = {
  Node: (module, { preload, ...options } = {}) =>
    startProgram(process.execPath, [...(preload ? ['--import', preload] : []), module], options),
  Deno: (module, { preload, ...options } = {}) =>
    startProgram(denoPath(), ['run', ...DENO_FLAGS, ...(preload ? ['--preload', preload] : []), module], options),
  Bun: (module, { preload, ...options } = {}) =>
    startProgram(bunPath(), ['--no-install', ...(preload ? ['--preload', preload] : []), module], options),
};

/** What a proxy needs, and no more. */
const DENO_FLAGS = [
  '--no-prompt',
  '--no-lock',
  '--cached-only',
  '--allow-net=127.0.0.1,0.0.0.0',
  '--allow-env=PORT,STAND_IN,DATAFAST_API_KEY,DATAFAST_WEBSITE_ID',
];

// Not by the packages' own commands: those want install scripts to have run.

function denoPath(): string {
  const library = process.platform === 'linux' ? '-glibc' : '';
  return require.resolve(`@deno/${process.platform}-${process.arch}${library}/deno`);
}

export function bunPath(): string {
  const arch = process.arch === 'arm64' ? 'aarch64' : process.arch;
  return require.resolve(`@oven/bun-${process.platform}-${arch}/bin/bun`);
}
