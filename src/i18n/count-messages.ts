import { enCount } from './en-count.ts';
import { joinParts, partsOf, type Values } from './registry.ts';

/** A message of those that a badge says. */
export function countMessage(locale: string, key: keyof typeof enCount, values: Values = {}): string {
  return joinParts(locale, partsOf(locale, key, enCount[key], values));
}
