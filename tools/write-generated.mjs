import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * Writes a module that exports a value as the text of its JSON, which is smaller and read faster than the same in
 * JavaScript. It is a module and no JSON file since every bundler takes along what is imported.
 *
 * @param {string} target Path of the file.
 * @param {unknown} value A value whose JSON has neither a single quote nor a backslash.
 * @param {string} command The command that makes it.
 */
export function writeText(target, value, command) {
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
 * where the file is not what would be.
 *
 * @param {string} target Path of the file.
 * @param {string} text Its whole content.
 * @param {string} command The command that makes it, for whoever reads the error.
 */
export function writeGenerated(target, text, command) {
  if (!process.argv.includes('--check')) {
    writeFileSync(target, text);
  } else if (readFileSync(target, 'utf8') !== text) {
    console.error(`${relative(process.cwd(), target)} is stale: ${command}.`);
    process.exit(1);
  }
}
