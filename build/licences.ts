import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** V8 reads its hint only in the first line. */
const HINT = /^\/\/# allFunctionsCalledOnLoad\n/;

/** Licences of what a file contains beside this project's own code; NOTICE has their texts. */
const CONTENTS: readonly (readonly [file: RegExp, contents: string])[] = [
  [/^datafast-live-map\./, 'Lit: BSD-3-Clause, d3: ISC'],
  [/^datafast-live-badge\./, 'Lit: BSD-3-Clause'],
  [/^interactive-camera\./, 'd3: ISC'],
  [/^places\//, 'places: GeoNames, DB-IP, CC-BY-4.0'],
];

/** The first comment of a published file, by its path in dist/cdn/. */
export function licenceLine(file: string): string {
  const contents = CONTENTS.find(([pattern]) => pattern.test(file))?.[1];
  return `/*! MIT${contents === undefined ? '' : `; ${contents}`}. See NOTICE */\n`;
}

/** Adds the licence line to each script in dist/cdn/, and NOTICE beside them: clients copy that folder alone. */
export function addLicences(): void {
  const cdn = join(root, 'dist/cdn');
  copyFileSync(join(root, 'NOTICE'), join(cdn, 'NOTICE'));
  for (const file of readdirSync(cdn, { recursive: true, encoding: 'utf8' })) {
    const path = join(cdn, file);
    if (file.endsWith('.js')) {
      const code = readFileSync(path, 'utf8');
      const hint = HINT.exec(code)?.[0] ?? '';
      writeFileSync(path, hint + licenceLine(file.replaceAll('\\', '/')) + code.slice(hint.length));
    } else if (file.endsWith('.js.map')) {
      // Each line of the mappings is one of the script, which is now longer by one at the top.
      const map = JSON.parse(readFileSync(path, 'utf8')) as { mappings: string };
      writeFileSync(path, JSON.stringify({ ...map, mappings: `;${map.mappings}` }));
    }
  }
}
