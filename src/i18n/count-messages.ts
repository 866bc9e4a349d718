import { enCount } from './en-count.ts';
import { joined, partsOf, type Values } from './registry.ts';

/** A message of those that a badge says. */
export function countMessage(locale: string, key: keyof typeof enCount, values: Values = {}): string {
  return joined(locale, partsOf(locale, key, enCount[key], values));
}
