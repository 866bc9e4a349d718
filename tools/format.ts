import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { format, type FormatConfig } from 'oxfmt';

const root = join(import.meta.dirname, '..');

/** A text as `npm run format` writes it. @param file Whose ending names the language. */
export async function formatted(file: string, text: string): Promise<string> {
  const options = JSON.parse(readFileSync(join(root, '.oxfmtrc.json'), 'utf8')) as FormatConfig;
  const { code, errors } = await format(relative(root, file), text, options);
  if (errors.length > 0) throw new Error(`${relative(root, file)}: ${errors.map(({ message }) => message).join(', ')}`);
  return code;
}
