// npm run release: builds and tests, writes the hash of the pinned script into docs/embedding.md, and checks that a publication
// is consistent: versions, changelog, and a tarball with every file that the package names and no other. Prints the tarball's
// size and the SRI hashes of the single files, for the release notes. `--tested` uses what `npm run test:all` has built.
// With `--tag v1.2.3`, as on GitHub, the tag has to match and nothing is written. Publishes nothing: `npm publish` does.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { integrityOf, SINGLE_FILES } from './integrity.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const { name, version, exports, bin } = JSON.parse(read('package.json')) as {
  name: string;
  version: string;
  exports: Record<string, string | Record<string, string>>;
  bin: Record<string, string>;
};

function npm(...args: string[]): string {
  const { status, stdout } = spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', args[0] === 'run' ? 'inherit' : 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} exited with ${String(status)}.`);
  return stdout;
}

const isTagged = process.argv.includes('--tag');
if (!isTagged && !process.argv.includes('--tested')) npm('run', 'test:all');

const problems: string[] = [];
const tag = process.argv[process.argv.indexOf('--tag') + 1] ?? '';
if (isTagged && tag !== `v${version}`) problems.push(`the tag is ${tag}, package.json has ${version}`);
if (!read('src/base/version.ts').includes(`'${version}'`))
  problems.push(`src/base/version.ts has another version than ${version}`);
if (!read('CHANGELOG.md').includes(`\n## ${version}`)) problems.push(`CHANGELOG.md has no "## ${version}"`);
if (isTagged && read('CHANGELOG.md').includes(`\n## ${version} (unreleased)`)) {
  problems.push(`CHANGELOG.md says that ${version} is unreleased`);
}
const docs = readdirSync(join(root, 'docs')).filter((file) => file.endsWith('.md'));
for (const document of ['README.md', ...docs.map((file) => `docs/${file}`)]) {
  for (const [, other] of read(document).matchAll(/datafast-live-map@(\d+\.\d+\.\d+)/g)) {
    if (other !== version) problems.push(`${document} shows ${name}@${other}`);
  }
}

const EMBEDDING = 'docs/embedding.md';
const before = read(EMBEDDING);
const embedding = before.replace(
  /(\/dist\/cdn\/([\w.-]+)"\s+integrity=")[^"]*/g,
  (_all, begin: string, file: string) => begin + integrityOf(file),
);
if (isTagged && embedding !== before) problems.push(`${EMBEDDING} shows the hash of another build: npm run release`);
else writeFileSync(join(root, EMBEDDING), embedding);

const [packed] = JSON.parse(npm('pack', '--dry-run', '--ignore-scripts', '--json')) as [
  { files: { path: string }[]; size: number },
];
const files = new Set(packed.files.map(({ path }) => path));
const targets = [...Object.values(exports), ...Object.values(bin)]
  .flatMap((target) => (typeof target === 'string' ? target : Object.values(target)))
  .filter((target) => !target.includes('*'))
  .map((target) => target.replace('./', ''));
for (const target of targets) if (!files.has(target)) problems.push(`the tarball has no ${target}`);
const known =
  /^(dist\/.+\.(js|d\.ts|json|map)|dist\/cdn\/NOTICE|llms\.txt|docs\/[\w-]+\.md|schema\/[\w.-]+\.json|docs\/pictures\/[\w-]+\.\w+|[\w.-]+\.json|[A-Z]+(\.md)?)$/;
for (const file of files) if (!known.test(file)) problems.push(`the tarball has ${file}`);
for (const file of ['README.md', 'LICENSE', 'NOTICE'])
  if (!files.has(file)) problems.push(`the tarball has no ${file}`);

console.log(`${name}@${version}: ${files.size} files, ${Math.round(packed.size / 1000)} kB packed\n`);
for (const file of SINGLE_FILES) console.log(`${file}\n  ${integrityOf(file)}`);
if (problems.length > 0) {
  console.error(`\nNot ready:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  process.exit(1);
}
console.log(`\nReady: npm publish --provenance --access public, by the tag v${version}.`);
