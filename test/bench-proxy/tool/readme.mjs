// `--readme`: the README's table, as this run has measured.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { markdown } from '../../bench/tool/tables.mjs';

const readme = join(import.meta.dirname, '../../../README.md');
const PLACE = /(<!-- proxies: made by npm run bench:proxy -- --readme -->\n)[\s\S]*?(<!-- end -->)/;

export async function writeReadme([head, rows]) {
  const before = readFileSync(readme, 'utf8');
  if (!PLACE.test(before)) throw new Error('README.md has no place for the table of proxies.');
  const table = `\n${conditions()}\n\n${markdown(head, rows)}\n`;
  const after = before.replace(PLACE, (_all, begin, end) => begin + table + end);
  writeFileSync(readme, await format(after, { ...(await resolveConfig(readme)), parser: 'markdown' }));
}

function conditions() {
  const nginx = /nginx\/([\d.]+)/.exec(spawnSync('nginx', ['-v'], { encoding: 'utf8' }).stderr)?.[1];
  const [day, month, year] = [{ day: 'numeric' }, { month: 'long' }, { year: 'numeric' }].map((part) =>
    new Date().toLocaleDateString('en-GB', part),
  );
  return `Node ${process.versions.node}, nginx ${nginx}, ${cpus().length} cores, ${day} ${month} ${year}, by \`npm run bench:proxy -- ${process.argv.slice(2).join(' ')}\`:`;
}
