// npm run recipes: puts the recipes, which the tests run, where the documents show them. `--check` fails where one shows
// something else.
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { writeGenerated } from './write-generated.mjs';

const root = join(import.meta.dirname, '..');
const PLACE = /(<!-- recipe (\S+): put here by npm run recipes -->\n)[\s\S]*?(<!-- end -->)/g;
const LANGUAGES = { '.mjs': 'js', '.js': 'js', '.jsonc': 'jsonc' };

for (const document of ['README.md', 'docs/recipes.md']) {
  const file = join(root, document);
  const text = readFileSync(file, 'utf8').replace(PLACE, (_all, begin, path, end) => {
    const code = readFileSync(join(root, 'demo/recipes', path), 'utf8');
    return `${begin}\n\`\`\`${LANGUAGES[extname(path)]}\n${code}\`\`\`\n\n${end}`;
  });
  writeGenerated(file, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' }), 'npm run recipes');
}
