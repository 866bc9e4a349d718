import { VERSION } from './version.ts';
import { warnOnce } from './warn.ts';

/** The page's registry; none on a server. */
export const pageRegistry: CustomElementRegistry | undefined = (globalThis as Partial<typeof globalThis>)
  .customElements;

/** Registers a class once; where another version holds the name, one warning says so. */
export function defineOnce(
  constructor: CustomElementConstructor,
  tag: string,
  registry: CustomElementRegistry | undefined,
): void {
  const known = registry?.get(tag) as { version?: string } | undefined;
  if (!known) registry?.define(tag, constructor);
  else if (known.version !== VERSION) {
    warnOnce(`<${tag}> is already registered (version ${known.version ?? 'unknown'}); version ${VERSION} was ignored.`);
  }
}
