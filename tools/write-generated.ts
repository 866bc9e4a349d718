import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * Writes a module that exports a value as the text of its JSON, which is smaller and parsed faster than the same value as
 * JavaScript. It is a module and no JSON file, because every bundler includes what is imported.
 *
 * @param target Path of the file.
 * @param value A value whose JSON has neither a single quote nor a backslash.
 * @param command The command that makes it.
 */
export function writeText(target: string, value: unknown, command: string): void {
  const text = JSON.stringify(value);
  if (/['\\]/.test(text)) throw new Error(`${target}: expected JSON without single quotes and backslashes.`);
  writeGenerated(
    target,
    `// Made by \`${command}\` from world-atlas (Natural Earth, public domain). Do not edit.\nexport default '${text}';\n`,
    command,
  );
}

/**
 * Writes a generated file. With `--check` on the command line nothing is written, and the program ends with an error
 * where the content of the file differs.
 *
 * @param target Path of the file.
 * @param text Its whole content.
 * @param command The command that makes it, for the error message.
 */
export function writeGenerated(target: string, text: string, command: string): void {
  if (!process.argv.includes('--check')) {
    writeFileSync(target, text);
  } else if (readFileSync(target, 'utf8') !== text) {
    console.error(`${relative(process.cwd(), target)} is stale: ${command}.`);
    process.exit(1);
  }
}
