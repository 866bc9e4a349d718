import { DATA_FIELDS, type ParseFailure } from './envelope.ts';

/** What was got and what was expected. Quotes nothing of the answer, which may be private. */
export function failureMessage({ kind, at, got }: ParseFailure): string {
  if (kind === 'error-answer') return 'Got an error answer.';
  if (at === 'fields') return `Got none of ${DATA_FIELDS.join(', ')} in "data", expected at least one.`;
  const type = got === null ? 'null' : Array.isArray(got) ? 'an array' : `a value of type ${typeof got}`;
  return at === 'data' ? `Got "data" as ${type}, expected an object.` : `Got ${type}, expected an object with "data".`;
}
