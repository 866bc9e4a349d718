// `--docs`: writes the table in docs/performance.md from this run.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { markdown } from '../../bench/tool/tables.mjs';

const file = join(import.meta.dirname, '../../../docs/performance.md');
const PLACE = /(<!-- proxies: made by npm run bench:proxy -- --docs -->\n)[\s\S]*?(<!-- end -->)/;

export function writeDocs([head, rows]) {
  const before = readFileSync(file, 'utf8');
  if (!PLACE.test(before)) throw new Error('docs/performance.md has no place for the table of proxies.');
  const table = `\n${conditions()}\n\n${markdown(head, rows)}\n`;
  const after = before.replace(PLACE, (_all, begin, end) => begin + table + end);
  writeFileSync(file, after);
  execFileSync('npx', ['oxfmt', file]);
}

function conditions() {
  const nginx = /nginx\/([\d.]+)/.exec(spawnSync('nginx', ['-v'], { encoding: 'utf8' }).stderr)?.[1];
  const [day, month, year] = [{ day: 'numeric' }, { month: 'long' }, { year: 'numeric' }].map((part) =>
    new Date().toLocaleDateString('en-GB', part),
  );
  return `Node ${process.versions.node}, nginx ${nginx}, ${cpus().length} cores, ${day} ${month} ${year}, by \`npm run bench:proxy -- ${process.argv.slice(2).join(' ')}\`:`;
}
