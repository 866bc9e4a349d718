import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { packageModules } from '../../build/plugins/package-modules.ts';
import { bundle } from './bundle.ts';

const ENTRY = `import { HELP } from './adapters/help.ts';
import { VERSION } from './base/version.ts';
console.log(HELP, VERSION);
export const later = () => import('./doctor/report.ts');
`;

describe('packageModules', () => {
  test('bundles the entry’s own modules and imports others from their place in the package', async () => {
    const { code } = await bundle(ENTRY, [packageModules('adapters/program.js', /^adapters\//)]);
    assert.match(code, /Usage: datafast-live-map/);
    assert.match(code, /import \{ VERSION \} from ["']\.\.\/base\/version\.js["']/);
    assert.match(code, /import\(["']\.\.\/doctor\/report\.js["']\)/);
  });
});
