// npm run schema: writes schema/snapshot.schema.json and openapi.json from the types of what the proxy publishes. `--check` fails
// where one is stale.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMBED_ATTRIBUTES, EMBED_FOLDER } from '../src/embed/settings.ts';
import { type JsonSchema, schemasOf } from './json-schema.ts';
import { writeGenerated } from './write-generated.ts';
import { formatted } from './format.ts';

const root = join(import.meta.dirname, '..');
const published = join(root, 'src/protocol/published.ts');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

const { PublishedSnapshot, ...$defs } = schemasOf(published, ['PublishedSnapshot'], (name) => `#/$defs/${name}`);
const snapshotSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://unpkg.com/datafast-live-map/schema/snapshot.schema.json',
  title: 'Snapshot of datafast-live-map',
  ...PublishedSnapshot,
  $defs,
};

const inOpenApi = (name: string): string => `#/components/schemas/${name}`;
const schemas = {
  ...schemasOf(published, ['PublishedSnapshot', 'PublishedError', 'PublishedHealth'], inOpenApi),
  ...schemasOf(join(root, 'src/pictures/shields.ts'), ['ShieldsBadge'], inOpenApi),
};

const json = (name: string, description: string): JsonSchema => ({
  description,
  content: { 'application/json': { schema: { $ref: inOpenApi(name) } } },
});
const picture = { description: 'The picture.', content: { 'image/svg+xml': { schema: { type: 'string' } } } };
const error = json('PublishedError', 'Why there is no answer.');
const errorsOf = (codes: readonly number[]): JsonSchema => Object.fromEntries(codes.map((code) => [code, error]));
/** On every route that viewers read. */
const REFUSALS = [400, 401, 412, 429, 500];
/** Without a snapshot. */
const FAILURES = [502, 503, 504];
/** On routes that an option turns on or off. */
const OPTIONAL = 404;
const notModified = { '304': { description: 'The client has it (If-None-Match).' } };
const query = (name: string, description: string): JsonSchema => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string' },
});
const pictureQuery = [
  query('theme', '`light`, `dark` or `auto`; other values are ignored.'),
  query('lang', 'A language, "de"; English where there are no messages in it.'),
];
const mapQuery = [...pictureQuery, query('daylight', 'Empty: with the night side of the earth.')];
interface RouteDescription {
  operationId: string;
  summary: string;
  answer: JsonSchema;
  parameters?: JsonSchema[];
  /** In addition to those of every route. */
  errors?: number[];
  /** Whether it answers 304. */
  isConditional?: boolean;
}
const route = ({
  answer,
  errors = [],
  isConditional = true,
  parameters,
  ...operation
}: RouteDescription): JsonSchema => ({
  get: {
    ...operation,
    responses: { '200': answer, ...(isConditional && notModified), ...errorsOf([...REFUSALS, ...errors]) },
    ...(parameters && { parameters }),
  },
});
const streamed = {
  description:
    'Server-Sent Events. The data of each is a PublishedSnapshot; events of the type `change` have `[first, end]` in its lists, in place of rows of the list before.',
  content: { 'text/event-stream': { schema: { type: 'string' } } },
};
const text = (description: string, type: string): JsonSchema => ({
  description,
  content: { [type]: { schema: { type: 'string' } } },
});
const embedQuery = [
  query('kiosk', 'Fills a screen: large type, no pointer, no burn-in.'),
  query('transparent', 'No background, for streams.'),
  query('title', 'Title of the document.'),
  query('lang', 'A language, "de".'),
  ...EMBED_ATTRIBUTES.map((name) => query(name, `The element's attribute \`${name}\`; a bad value is the default.`)),
];
const file = {
  name: 'file',
  in: 'path',
  required: true,
  description: 'A file of the package, by its path in dist/cdn/.',
  schema: { type: 'string' },
};
const health = {
  '200': json('PublishedHealth', 'It can answer.'),
  '503': json('PublishedHealth', 'It cannot.'),
  ...errorsOf([400, 412]),
};

const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Proxy of datafast-live-map',
    version,
    description:
      'Publishes the visitors of a website, as far as its privacy policy permits. All paths are below basePath.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  security: [],
  paths: {
    '/': route({
      operationId: 'getSnapshot',
      summary: 'The snapshot.',
      answer: json('PublishedSnapshot', 'The snapshot.'),
      errors: FAILURES,
    }),
    '/stream': route({
      operationId: 'streamSnapshots',
      summary: 'The snapshot, whenever it changes.',
      answer: streamed,
      parameters: [query('changes', 'After the first snapshot, only what has changed.')],
      errors: [OPTIONAL, ...FAILURES],
      isConditional: false,
    }),
    '/badge.svg': route({
      operationId: 'getBadge',
      summary: 'The count, as a picture.',
      answer: picture,
      parameters: pictureQuery,
    }),
    '/badge.json': route({
      operationId: 'getShieldsBadge',
      summary: 'The count, for shields.io.',
      answer: json('ShieldsBadge', 'The badge.'),
    }),
    '/map.svg': route({
      operationId: 'getMapImage',
      summary: 'The map, as a picture.',
      answer: picture,
      parameters: mapQuery,
    }),
    '/map.png': route({
      operationId: 'getMapPng',
      summary: 'The map for og:image, where the proxy has the option png.',
      answer: text('The picture, 1200 × 630.', 'image/png'),
      parameters: mapQuery,
      errors: [OPTIONAL, 503],
    }),
    '/embed': route({
      operationId: 'getPage',
      summary: 'A page with the map alone.',
      answer: text('The page.', 'text/html'),
      parameters: embedQuery,
      errors: [OPTIONAL],
    }),
    [`/${EMBED_FOLDER}{file}`]: route({
      operationId: 'getPageFile',
      summary: 'A script of that page.',
      answer: text('It.', 'text/javascript'),
      parameters: [file],
      errors: [OPTIONAL],
    }),
    '/health': { get: { operationId: 'getHealth', summary: 'Whether the proxy can answer.', responses: health } },
  },
  components: { schemas },
};

mkdirSync(join(root, 'schema'), { recursive: true });
for (const [name, document] of Object.entries({
  'schema/snapshot.schema.json': snapshotSchema,
  'openapi.json': openApi,
})) {
  const target = join(root, name);
  const text = await formatted(target, JSON.stringify(document));
  writeGenerated(target, text, 'npm run schema');
}
