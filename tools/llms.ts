import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defined } from './defined.ts';

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

/** An attribute of the map. */
export interface DocumentedOption {
  name: string;
  /** The default first. */
  values: string;
  description: string;
}

/** The text of llms.txt (https://llmstxt.org): what the package is, how to set it up, its options, and where the docs are. */
export function llmsText(attributes: readonly DocumentedOption[]): string {
  const options = attributes.map(({ name, values, description }) => `- \`${name}\` (${values}): ${description}`);
  return `# datafast-live-map

> A web component, \`<datafast-live-map>\`, that shows the current visitors of a website on a world map, and the proxy that feeds it from the DataFast analytics API without exposing the API key.

Setup takes two steps.

1. Run the proxy on a server. It reads the DataFast key from the environment; the key must never be in a page.
   As a process of its own, on port 8787: \`DATAFAST_API_KEY=dft_… DATAFAST_WEBSITE_ID=… npx datafast-live-map serve --allowed-origin https://www.example.com\`.
   As a route: \`createLiveMapProxy({ apiKey, websiteId, basePath: '/live' })\` from \`datafast-live-map/proxy\`. \`proxy.fetch(request)\` returns a promise of a \`Response\`; \`toNodeListener(proxy)\` from \`datafast-live-map/proxy/node\` serves Express and \`http.createServer\`.
   To try it without a key: \`npx datafast-live-map serve --sample-data --open\` shows the map in the browser.
2. Add the element to the page, with the proxy's address:
   \`<script type="module" src="https://cdn.jsdelivr.net/npm/datafast-live-map@${version}/dist/cdn/datafast-live-map.js"></script>\`
   \`<datafast-live-map proxy-url="https://live.example.com/"></datafast-live-map>\`
   In a bundle: \`npm install datafast-live-map\`, then \`import 'datafast-live-map'\`. React 18 and Next.js use the component \`LiveMap\` of \`datafast-live-map/react\`.

\`<datafast-live-badge proxy-url="…">\` of \`datafast-live-map/badge\` shows only the number of visitors. \`npx datafast-live-map doctor <proxy URL> --origin <page URL>\` reports why a map stays blank.

Attributes of \`<datafast-live-map>\`, values with the default first:

${options.join('\n')}

## Docs

${documents().join('\n')}

## Optional

- [Changelog](CHANGELOG.md): what changed in each version
- [Custom elements manifest](custom-elements.json): attributes, properties, events, slots and parts as JSON
`;
}

function documents(): string[] {
  const files = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  return ['README.md', ...files.map((name) => `docs/${name}`)].map((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const title = defined(/^# (.*)$/m.exec(text)?.[1], `a title of ${file}`);
    const paragraph = text.split('\n\n').find((block) => /^[\w*`<]/.test(block) && !block.startsWith('<picture'));
    const plain = paragraph?.replaceAll('**', '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
    const sentence = defined(/^.*?\.(?=\s|$)/s.exec(plain ?? '')?.[0], `a sentence of ${file}`);
    return `- [${title}](${file}): ${sentence.replaceAll('\n', ' ')}`;
  });
}
