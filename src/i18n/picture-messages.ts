import { enPictures } from './en-pictures.ts';
import { joinParts, partsOf, type Values } from './registry.ts';

/** A message of those that a picture alone says. */
export function pictureMessage(locale: string, key: keyof typeof enPictures, values: Values = {}): string {
  return joinParts(locale, partsOf(locale, key, enPictures[key], values));
}
