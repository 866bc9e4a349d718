import { warnOnce } from '../base/warn.ts';
import { DIMENSIONS, type Dimension, type VisitorFilter } from '../store/dimensions.ts';

/**
 * The conditions of a filter; `null` where there are none. What is no condition is ignored, with a warning.
 *
 * @param value Whatever code has set.
 */
export function readFilter(value: unknown): VisitorFilter | null {
  // Frameworks pass "" for null, and conditions pass false.
  if (!value) return null;
  const filter: Partial<Record<Dimension, string>> = {};
  const isObject = typeof value === 'object' && !Array.isArray(value);
  if (!isObject) warn(`is of type ${Array.isArray(value) ? 'array' : typeof value}, expected an object or null`);
  for (const [name, wanted] of isObject ? Object.entries<unknown>(value as Record<string, unknown>) : []) {
    const dimension = DIMENSIONS.find((known) => known === name);
    if (!dimension) warn(`has "${name.slice(0, 40)}", expected some of ${DIMENSIONS.join(' ')}`);
    else if (typeof wanted === 'string') {
      if (wanted.trim()) filter[dimension] = wanted.trim();
    } else if (wanted !== null && wanted !== undefined)
      warn(`has a ${dimension} of type ${typeof wanted}, expected text`);
  }
  return Object.keys(filter).length > 0 ? Object.freeze(filter) : null;
}

function warn(text: string): void {
  warnOnce(`<datafast-live-map> filter ${text}. It is ignored.`);
}
