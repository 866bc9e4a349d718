import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';

const root = join(import.meta.dirname, '../..');

export function readDocument(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(root, name), 'utf8')) as Record<string, unknown>;
}

const UTC_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

export const ajv: Ajv2020 = new Ajv2020({ allErrors: true, strict: true, formats: { 'date-time': UTC_TIME } });
const snapshot = ajv.compile(readDocument('schema/snapshot.schema.json'));
const { components } = readDocument('openapi.json') as { components: { schemas: object } };
const schemas = JSON.stringify(components.schemas).replaceAll('#/components/schemas/', '#/$defs/');
ajv.addSchema({ $id: 'openapi', $defs: JSON.parse(schemas) as object });

/** @throws Where no schema that the package publishes has an answer like this. */
export function checkSchema(answer: unknown): void {
  if (isSnapshot(answer)) {
    if (!snapshot(answer)) throw new Error(`snapshot.schema.json: ${ajv.errorsText(snapshot.errors)}`);
  }
  const errors = [];
  for (const name of ['PublishedSnapshot', 'PublishedError', 'PublishedHealth', 'ShieldsBadge']) {
    const validate = ajv.getSchema(`openapi#/$defs/${name}`);
    if (validate?.(answer) === true) return;
    errors.push(`${name}: ${ajv.errorsText(validate?.errors)}`);
  }
  throw new Error(`No schema of openapi.json has this answer. ${errors.join('\n')}`);
}

function isSnapshot(answer: unknown): boolean {
  return (answer as { status?: unknown }).status === 'success';
}
