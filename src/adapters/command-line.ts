import { parseArgs } from 'node:util';

/** What `serve` starts with. */
export interface ServeSettings {
  port: number;
  host: string;
  basePath: string;
  /** `null`: every origin. */
  allowedOrigins: string[] | null;
  refreshSeconds: number;
  privacy: string;
  sampleData: boolean;
  apiKey: string | undefined;
  websiteId: string | undefined;
}

/** What a command line asks for. */
export type Command =
  | { name: 'serve'; settings: ServeSettings }
  | { name: 'help' }
  | { name: 'version' }
  /** One line for stderr, without the program's name. */
  | { name: 'refuse'; message: string; exitCode: number };

export const HELP = `Usage: datafast-live-map serve [options]

Starts the proxy that feeds <datafast-live-map> from DataFast without giving the key away.

Options                     Environment        Default
  --port <number>           PORT               8787
  --host <name>             HOST               127.0.0.1
  --base-path <path>        BASE_PATH          /
  --allowed-origin <url>    ALLOWED_ORIGINS    every origin
                            (the option may be repeated; the variable has commas)
  --refresh-seconds <n>     REFRESH_SECONDS    10
  --privacy <preset>        PRIVACY            public
  --sample-data                                made-up visitors, no key needed
  --help, --version

The key comes from the environment alone: DATAFAST_API_KEY (df_… or dft_…) and,
with a dft_ key, DATAFAST_WEBSITE_ID. An option wins over its variable.
`;

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  'base-path': { type: 'string' },
  'allowed-origin': { type: 'string', multiple: true },
  'refresh-seconds': { type: 'string' },
  privacy: { type: 'string' },
  'sample-data': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

const USAGE = 2;

/**
 * Reads a command line.
 *
 * @param args Without the program's own name.
 * @param environment An empty variable counts as absent: composed containers set those.
 */
export function parseCommandLine(args: string[], environment: Readonly<Record<string, string | undefined>>): Command {
  const parsed = parse(args);
  if ('refusal' in parsed) return refuse(parsed.refusal, USAGE);
  const { values, positionals } = parsed;
  if (values.help) return { name: 'help' };
  if (values.version) return { name: 'version' };
  const [command] = positionals;
  // The argument is not quoted: it may be a key.
  if (command !== 'serve' || positionals.length > 1) {
    return refuse(
      `expected the command "serve", got ${command === undefined ? 'none' : 'something else'}; see --help.`,
      USAGE,
    );
  }
  const variable = (name: string): string | undefined => {
    const value = environment[name]?.trim();
    return value === '' ? undefined : value;
  };
  const port = Number(values.port ?? variable('PORT') ?? 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return refuse('--port (PORT): expected a whole number from 0 to 65535.', USAGE);
  }
  const refreshSeconds = Number(values['refresh-seconds'] ?? variable('REFRESH_SECONDS') ?? 10);
  if (!Number.isFinite(refreshSeconds)) return refuse('--refresh-seconds (REFRESH_SECONDS): expected a number.', USAGE);
  const apiKey = variable('DATAFAST_API_KEY');
  const sampleData = values['sample-data'] ?? false;
  if (apiKey === undefined && !sampleData) {
    return refuse('DATAFAST_API_KEY is not set. To try the map without a key, add --sample-data.', 1);
  }
  const settings = {
    port,
    host: values.host ?? variable('HOST') ?? '127.0.0.1',
    basePath: values['base-path'] ?? variable('BASE_PATH') ?? '/',
    allowedOrigins: origins(values['allowed-origin'] ?? list(variable('ALLOWED_ORIGINS'))),
    refreshSeconds,
    privacy: values.privacy ?? variable('PRIVACY') ?? 'public',
    sampleData,
    apiKey,
    websiteId: variable('DATAFAST_WEBSITE_ID'),
  };
  return { name: 'serve', settings };
}

type Parsed = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;

function parse(args: string[]): Parsed | { refusal: string } {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // Node adds advice in further sentences.
    const [sentence = ''] = (error as Error).message.split(/\.? (?:To specify|Did you)|\n/);
    return { refusal: `${sentence}; see --help.` };
  }
}

function list(value: string | undefined): string[] | null {
  const items = value?.split(',').map((item) => item.trim());
  return items?.filter((item) => item !== '') ?? null;
}

function refuse(message: string, exitCode: number): Command {
  return { name: 'refuse', message, exitCode };
}

/** A star alone means every origin, which is the default. */
function origins(given: string[] | null): string[] | null {
  return given?.length === 1 && given[0] === '*' ? null : given;
}
