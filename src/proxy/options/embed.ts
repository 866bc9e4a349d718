import { invalid } from './invalid.ts';
import { checkedOrigins } from './origins.ts';

/** What `/embed` is. */
export interface EmbedOptions {
  /** Origins of pages that may have it in a frame, beside its own. */
  ancestors: '*' | readonly string[];
  /** Absolute, or from the root of the proxy's origin; `null`: the script is the package's own. */
  scriptUrl: string | null;
}

/**
 * Checks the option `embed`.
 *
 * @returns `null` where there is to be no such page.
 */
export function checkedEmbed(value: unknown, allowedOrigins: '*' | readonly string[]): EmbedOptions | null {
  if (value === false) return null;
  if (value === true) return { ancestors: allowedOrigins, scriptUrl: null };
  if (typeof value !== 'object' || value === null) throw invalid('embed', 'true, false or an object', value);
  const { ancestors, scriptUrl, ...others } = value as Record<string, unknown>;
  if (Object.keys(others).length > 0) throw invalid('embed', 'only ancestors and scriptUrl', value);
  return {
    ancestors: checkedOrigins(ancestors ?? allowedOrigins, 'embed.ancestors'),
    scriptUrl: scriptUrl === undefined ? null : checkedScript(scriptUrl),
  };
}

/** A script's name has to be known: its files are beside it. */
function checkedScript(value: unknown): string {
  const isPath = typeof value === 'string' && /^\/(?![/\\])/.test(value);
  const url =
    typeof value === 'string' && URL.canParse(value, 'http://localhost') ? new URL(value, 'http://localhost') : null;
  const isAddress = typeof value === 'string' && (isPath || /^https?:\/\//i.test(value));
  if (url && isAddress && !url.username && !url.password && url.pathname.endsWith('/datafast-live-map.js')) {
    return isPath ? url.pathname + url.search : url.href;
  }
  throw invalid('embed.scriptUrl', 'the address of a file datafast-live-map.js, by https or from the root', value);
}
