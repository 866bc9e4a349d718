#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '../doctor/diagnose.ts';
import { reportOf } from '../doctor/report.ts';
import type { Subject } from '../doctor/subject.ts';
import { createLiveMapProxy, type PrivacyPreset, type RenderPng } from '../proxy/index.ts';
import { describeValue } from '../proxy/options/invalid.ts';
import { parseCommandLine, type ServeSettings } from './command-line.ts';
import { HELP } from './help.ts';
import { openBrowser } from './node/open-browser.ts';
import { serve } from './node.ts';
import { resvgPng } from './png.ts';

const command = parseCommandLine(process.argv.slice(2), process.env);
switch (command.name) {
  case 'help':
    process.stdout.write(HELP);
    break;
  case 'version':
    process.stdout.write(`${version()}\n`);
    break;
  case 'refuse':
    printError(command.message);
    process.exitCode = command.exitCode;
    break;
  case 'doctor':
    await runDoctor(command.subject);
    break;
  case 'serve':
    await runServe(command.settings).catch((error: unknown) => {
      printError(explain(error, command.settings));
      process.exitCode = 1;
    });
}

async function runDoctor(subject: Subject): Promise<void> {
  const { lines, isHealthy } = reportOf(await diagnose(subject));
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = isHealthy ? 0 : 1;
}

async function runServe(settings: ServeSettings): Promise<void> {
  const { port, host, allowedOrigins, privacy, embed, png, sampleData, open, ...options } = settings;
  const proxy = createLiveMapProxy({
    ...options,
    sampleData,
    // Checked by the factory, whose message says which there are.
    privacy: privacy as PrivacyPreset,
    allowedOrigins: allowedOrigins ?? '*',
    embed: embed && { ancestors: embed.ancestors ?? undefined },
    png: png ? await usablePng() : undefined,
  });
  const server = await serve(proxy, { port, hostname: host });
  const close = (): void => {
    // The proxy first: viewers who wait for the upstream get their answer, and the server can end.
    void proxy.close().then(() => server.close());
  };
  process.once('SIGINT', close);
  process.once('SIGTERM', close);
  const path = new URL(settings.basePath, server.url).pathname;
  const address = server.url + path;
  const page = `On your page: <datafast-live-map proxy-url="${address}"></datafast-live-map>`;
  const folder = address.replace(/\/$/, '');
  const embedUrl = `${folder}/embed`;
  const lines = [
    `Live map proxy at ${address}${sampleData ? ' (sample data)' : ''}`,
    ...(embed ? [`The map as a page: ${embedUrl}`] : []),
    ...(png ? [`A picture for og:image: ${folder}/map.png`] : []),
    page,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (open)
    openBrowser(embedUrl, () => {
      process.stdout.write(`No browser was found. Open this address in one: ${embedUrl}\n`);
    });
}

/** Draws once, so that a package that is missing or does not work is reported at the start. */
async function usablePng(): Promise<RenderPng> {
  const render = resvgPng();
  try {
    await render('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', { width: 1, height: 1 });
  } catch (error) {
    throw new Error(`--png (PNG): ${(error as Error).message}`, { cause: error });
  }
  return render;
}

function explain(error: unknown, { port, host }: ServeSettings): string {
  const code = String((error as { code?: unknown }).code);
  if (code === 'EADDRINUSE') return `port ${port} on ${host} is in use; choose another with --port.`;
  if (code === 'EACCES')
    return `port ${port} on ${host} cannot be used: permission denied; choose one above 1023 with --port.`;
  // Settings get mixed up: a key is not quoted.
  if (/^(ENOTFOUND|EAI_.*)$/.test(code)) {
    return `--host (HOST): ${describeValue(host)} cannot be resolved; expected a name or an address of this machine.`;
  }
  if (code === 'EADDRNOTAVAIL') return `--host (HOST): ${describeValue(host)} is not an address of this machine.`;
  return error instanceof Error ? error.message.replace(/^[\w.]+/, flagOf) : 'could not start.';
}

/** The factory names its options; here they are flags. */
function flagOf(option: string): string {
  const flags: Record<string, string> = {
    refreshSeconds: '--refresh-seconds',
    historyMinutes: '--history-minutes',
    delaySeconds: '--delay-seconds',
    basePath: '--base-path',
    allowedOrigins: '--allowed-origin',
    'embed.ancestors': '--embed-ancestor',
    privacy: '--privacy',
    websiteId: 'DATAFAST_WEBSITE_ID',
    apiKey: 'DATAFAST_API_KEY',
    hostname: '--host (HOST)',
  };
  return flags[option] ?? option;
}

function printError(message: string): void {
  process.stderr.write(`datafast-live-map: ${message}\n`);
}

function version(): string {
  // Not new URL(…, import.meta.url), which the build would take for an asset and inline.
  const manifest = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
