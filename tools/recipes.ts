// npm run recipes: inserts the recipes, which the tests run, into README and docs. `--check` fails if one is stale.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { defined } from './defined.ts';
import { writeGenerated } from './write-generated.ts';
import { formatted } from './format.ts';

const root = join(import.meta.dirname, '..');
const PLACE = /(<!-- (recipe|app|bundler|style) (\S+): put here by npm run recipes -->\n)[\s\S]*?(<!-- end -->)/g;
const FOLDERS: Readonly<Record<string, string>> = {
  recipe: 'demo/recipes',
  app: 'demo/frameworks',
  bundler: 'demo/bundlers',
  style: 'demo',
};
/** Languages whose name differs from the file's ending. */
const LANGUAGES: Readonly<Record<string, string>> = { '.mjs': 'js', '.conf': 'conf', '.cfg': 'conf' };

const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
for (const document of ['README.md', ...docs.map((name) => `docs/${name}`)]) {
  const file = join(root, document);
  const text = readFileSync(file, 'utf8').replace(
    PLACE,
    (_all, begin: string, kind: string, path: string, end: string) => {
      const code = readFileSync(join(root, defined(FOLDERS[kind], `a folder of ${kind}`), path), 'utf8');
      return `${begin}\n\`\`\`${LANGUAGES[extname(path)] ?? extname(path).slice(1)}\n${code}\`\`\`\n\n${end}`;
    },
  );
  writeGenerated(file, await formatted(file, text), 'npm run recipes');
}
