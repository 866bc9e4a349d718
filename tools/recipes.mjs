// npm run recipes: puts the recipes, which the tests run, where the documents show them. `--check` fails where one shows
// something else.
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { writeGenerated } from './write-generated.mjs';

const root = join(import.meta.dirname, '..');
const PLACE = /(<!-- (recipe|app|bundler|style) (\S+): put here by npm run recipes -->\n)[\s\S]*?(<!-- end -->)/g;
const FOLDERS = { recipe: 'demo/recipes', app: 'demo/frameworks', bundler: 'demo/bundlers', style: 'demo' };
/** Where the name of the language is not that of the ending. */
const LANGUAGES = { '.mjs': 'js', '.conf': 'conf', '.cfg': 'conf' };

for (const document of ['README.md', 'docs/recipes.md', 'docs/frameworks.md']) {
  const file = join(root, document);
  const text = readFileSync(file, 'utf8').replace(PLACE, (_all, begin, kind, path, end) => {
    const code = readFileSync(join(root, FOLDERS[kind], path), 'utf8');
    return `${begin}\n\`\`\`${LANGUAGES[extname(path)] ?? extname(path).slice(1)}\n${code}\`\`\`\n\n${end}`;
  });
  writeGenerated(file, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' }), 'npm run recipes');
}
