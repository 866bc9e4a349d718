// npm run build: dist/ (typed ESM, libraries external), dist/cdn/ (single files), custom-elements.json and what else editors
// read.
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { removeUnusedDeclarations } from '../build/declarations.ts';
import { buildLibrary } from '../build/library.ts';
import { writeEditorData } from './editor-data.ts';
import { integrityOf, SINGLE_FILES } from './integrity.ts';

const root = join(import.meta.dirname, '..');

function run(command: string, ...args: string[]): void {
  const bin = join(root, 'node_modules/.bin', command);
  const { status } = spawnSync(bin, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

// The manifest comes last: where it is, the build is whole.
for (const path of ['custom-elements.json', 'dist']) rmSync(join(root, path), { recursive: true, force: true });
await buildLibrary();
run('tsc', '-p', 'tsconfig.build.json');
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, string | { types: string }>;
};
const entries = Object.values(exports).flatMap((target) =>
  typeof target === 'string' ? [] : [join(root, target.types)],
);
removeUnusedDeclarations(join(root, 'dist'), entries);
run('cem', 'analyze');
writeEditorData();
chmodSync(join(root, 'dist/adapters/cli.js'), 0o755);
console.log('built dist/, dist/cdn/ and custom-elements.json');
for (const file of SINGLE_FILES) console.log(`${file} ${integrityOf(file)}`);
