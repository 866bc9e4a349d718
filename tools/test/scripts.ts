import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from './groups.ts';
import type { Tally } from './counts.ts';

/** Runs a script of package.json that reports by its exit code. Its output stays together, and it counts as one test. */
export async function runScript(tally: Tally, script: string, ...args: string[]): Promise<boolean> {
  const shell = process.platform === 'win32';
  const child = spawn('npm', ['run', '-s', script, ...args], { cwd: root, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk));
  const [status] = (await once(child, 'close')) as [number | null];
  const isGood = status === 0;
  tally.add(isGood ? 'passed' : 'failed');
  const verdict = isGood ? '' : `failed: npm run ${script}\n`;
  process.stdout.write(`\n> ${[script, ...args].join(' ')}\n${Buffer.concat(output).toString()}${verdict}`);
  return isGood;
}
