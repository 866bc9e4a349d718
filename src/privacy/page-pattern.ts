import { containsEmail } from './email.ts';

/** An allowed page: its segments after the first slash, each as the texts between its asterisks. */
export interface PagePattern {
  segments: readonly (readonly string[])[];
  /** Whatever follows is allowed too. */
  isOpen: boolean;
}

/** @returns `null` for what is no pattern. */
export function parsePattern(value: unknown): PagePattern | null {
  if (typeof value !== 'string' || !value.startsWith('/') || /[?#\s]/.test(value) || containsEmail(value)) return null;
  const segments = trimmed(value.split('/'));
  const isOpen = segments.at(-1) === '**';
  if (isOpen) segments.pop();
  if (segments.some((segment) => segment.includes('**'))) return null;
  return { segments: segments.map((segment) => segment.split('*').map(plainText)), isOpen };
}

/**
 * Looks for the patterns that allow a path.
 *
 * @param path The segments of the path, decoded, with the empty one before the first slash.
 * @returns For each segment whether a pattern spells it out; `null` where none allows the path.
 */
export function matchSegments(patterns: readonly PagePattern[], path: readonly string[]): readonly boolean[] | null {
  const texts = trimmed(path);
  const found = patterns.filter(({ segments, isOpen }) => {
    if (isOpen ? texts.length < segments.length : texts.length !== segments.length) return false;
    return segments.every((pieces, index) => fits(texts[index] ?? '', pieces));
  });
  if (found.length === 0) return null;
  return path.map((_, index) => found.some(({ segments }) => segments[index - 1]?.length === 1));
}

/** Without the empty segments at either end: "/blog/" is "/blog". */
function trimmed(segments: readonly string[]): string[] {
  const rest = segments.slice(1);
  while (rest.at(-1) === '') rest.pop();
  return rest;
}

/** Not a regular expression: visitors write the paths, and could make one of many asterisks search for ever. */
function fits(text: string, pieces: readonly string[]): boolean {
  const [first = '', ...others] = pieces;
  if (others.length === 0) return text === first;
  const last = others.pop() ?? '';
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

function plainText(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
