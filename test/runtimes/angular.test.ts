import assert from 'node:assert/strict';
import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { unpackPackage } from '../package/packed.ts';
import { newerNode } from './newer-node.ts';
import { ownFolder } from './own-folder.ts';
import { runProgram } from './program.ts';

/** Has the packages of Angular, which are found from the applications in it. */
const here = join(import.meta.dirname, 'bundlers');
const node = newerNode();

const TSCONFIG = {
  compilerOptions: {
    target: 'ES2022',
    module: 'preserve',
    moduleResolution: 'bundler',
    strict: true,
    // The types of the package are checked, too.
    skipLibCheck: false,
    types: [],
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    experimentalDecorators: true,
    outDir: 'out',
  },
  angularCompilerOptions: { strictTemplates: true },
};

/** Templates that must not compile, and what Angular's compiler says of them. */
const BAD: readonly (readonly [template: string, message: RegExp])[] = [
  ['<datafast-live-map [projection]="\'flat\'" />', /'"flat"' is not assignable/],
  ['<datafast-live-map projection="flat" />', /'"flat"' is not assignable/],
  ['<datafast-live-map [minCount]="\'three\'" />', /'string' is not assignable to type 'number/],
  ['<datafast-live-map borders="yes" />', /'"yes"' is not assignable/],
  ['<datafast-live-map [proxy]="\'/live\'" />', /'proxy' since it isn't a known property/],
  ['<datafast-live-map [ticker-size]="3" />', /'ticker-size' since it isn't a known property/],
  ['<datafast-live-map (datafast-payment)="read($event.detail.money)" />', /'money' does not exist/],
  ['<datafast-live-badge [projection]="\'globe\'" />', /'projection' since it isn't a known property/],
  ['<datafast-live-mapp />', /'datafast-live-mapp' is not a known element/],
];

interface Manifest {
  modules: { declarations: { tagName?: string; attributes?: { name: string; fieldName?: string }[] }[] }[];
}

describe('the Angular compiler with strict templates', { skip: node === null && 'needs Node 24.15 or newer' }, () => {
  let folder: string;

  before(async () => {
    folder = ownFolder(here);
    await mkdir(join(folder, 'node_modules'));
    const { installed } = await unpackPackage(folder);
    await rename(installed, join(folder, 'node_modules/datafast-live-map'));
  });

  /** @throws Error with what the compiler says. */
  async function compile(...files: string[]): Promise<void> {
    const config = join(folder, 'tsconfig.json');
    await writeFile(config, JSON.stringify({ ...TSCONFIG, files }));
    const ngc = join(here, 'node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js');
    await runProgram(node!, [ngc, '-p', config], { cwd: folder });
  }

  /** Components with a template each. */
  async function writeComponents(file: string, templates: readonly string[]): Promise<void> {
    const components = templates.map(
      (template, index) => `@Component({
        selector: 'component-${index}',
        imports: [LiveMapDirective, LiveBadgeDirective],
        template: ${JSON.stringify(template)},
      })
      export class Component${index} { value: any; read(value: unknown): void { void value; } }`,
    );
    const head = `import { Component } from '@angular/core';
      import 'datafast-live-map';
      import { LiveBadgeDirective, LiveMapDirective } from 'datafast-live-map/angular';\n`;
    await writeFile(join(folder, file), head + components.join('\n'));
  }

  test('accepts valid templates with each option of both elements in custom-elements.json', async () => {
    await cp(join(import.meta.dirname, 'typed/angular.ts'), join(folder, 'good.ts'));
    const manifest = await readFile(join(folder, 'node_modules/datafast-live-map/custom-elements.json'), 'utf8');
    const { modules } = JSON.parse(manifest) as Manifest;
    const elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName !== undefined);
    assert.equal(elements.length, 2);
    const templates = elements.map(({ tagName, attributes = [] }) => {
      assert.ok(attributes.length >= 7, tagName);
      const inputs = attributes.map(({ name, fieldName = name }) => `[${fieldName}]="value"`);
      return `<${tagName!} ${inputs.join(' ')} />`;
    });
    templates.push('<datafast-live-map [headers]="value" [snapshot]="value" [filter]="value" [moment]="value" />');
    await writeComponents('options.ts', templates);
    await compile('good.ts', 'options.ts');
    assert.match(await readFile(join(folder, 'out/good.js'), 'utf8'), /ɵɵdefineComponent/);
  });

  test('rejects invalid templates', async () => {
    await writeComponents(
      'bad.ts',
      BAD.map(([template]) => template),
    );
    const { message } = await compile('bad.ts').then(
      () => assert.fail('they compile'),
      (error: unknown) => error as Error,
    );
    // One for each component.
    const plain = stripVTControlCharacters(message);
    const found = plain.split(/(?=^bad\.ts:.* - )/m).filter((part) => / - error (NG|TS)/.test(part));
    assert.equal(found.length, BAD.length, plain);
    for (const [template, expected] of BAD)
      assert.ok(
        found.some((part) => part.includes(JSON.stringify(template)) && expected.test(part)),
        `${template}\n${plain}`,
      );
  });
});
