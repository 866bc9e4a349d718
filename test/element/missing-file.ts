import { register } from 'node:module';
import { OPTIONS, type LiveMapOptions } from '../../src/element/options.ts';

/** Lets the first import of a module fail, as where a file is missing. @param end Of the module's address. */
export function failFirstImport(end: string): void {
  const hooks = `let requests = 0;
export async function resolve(specifier, context, next) {
  if (specifier.endsWith(${JSON.stringify(end)}) && requests++ === 0) throw new Error('HTTP 404');
  return next(specifier, context);
}`;
  register(`data:text/javascript,${encodeURIComponent(hooks)}`);
}

/** Each option as it is without an attribute. */
export const DEFAULTS = Object.fromEntries(
  Object.entries(OPTIONS).map(([name, { fallback }]) => [name, fallback as unknown]),
) as unknown as LiveMapOptions;
