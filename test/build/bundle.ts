import { join } from 'node:path';
import { build, type Plugin } from 'vite';

/** Among the project's own sources, whose libraries it finds. */
export const ENTRY = join(import.meta.dirname, '../../src/entry-of-a-test.ts');

interface Output {
  /** Not minified. */
  code: string;
  /** What else was written, by name. */
  assets: Record<string, string>;
}

/** What Vite makes of a module. */
export async function bundle(source: string, plugins: Plugin[], format: 'es' | 'iife' = 'es'): Promise<Output> {
  const entry: Plugin = {
    name: 'entry-of-a-test',
    resolveId: (id) => (id === ENTRY ? id : null),
    load: (id) => (id === ENTRY ? source : null),
  };
  const result = await build({
    root: join(import.meta.dirname, '../..'),
    configFile: false,
    logLevel: 'silent',
    plugins: [entry, ...plugins],
    build: {
      target: 'es2022',
      minify: false,
      write: false,
      sourcemap: 'hidden',
      copyPublicDir: false,
      lib: { entry: ENTRY, formats: [format], name: 'Test', fileName: 'test' },
      rolldownOptions: { output: { codeSplitting: false }, treeshake: { moduleSideEffects: false } },
    },
  });
  const [{ output } = { output: [] }] = Array.isArray(result) ? result : [];
  let code = '';
  const assets: Record<string, string> = {};
  for (const file of output) {
    if (file.type === 'chunk') code = file.code;
    else if (!file.fileName.endsWith('.map')) assets[file.fileName] = String(file.source);
  }
  return { code, assets };
}

/** What a module exports. */
export async function exportsOf<Exports>(code: string): Promise<Exports> {
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Exports;
}
