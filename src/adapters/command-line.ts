import { parseArgs } from 'node:util';
import type { Subject } from '../doctor/subject.ts';
import { readSubject } from './doctor-subject.ts';

/** What `serve` starts with. */
export interface ServeSettings {
  port: number;
  host: string;
  basePath: string;
  /** `null`: every origin. */
  allowedOrigins: string[] | null;
  refreshSeconds: number;
  historyMinutes: number;
  delaySeconds: number;
  privacy: string;
  /** `false`: there is no /embed; otherwise the origins of pages that may frame it, `null` for the allowed ones. */
  embed: false | { ancestors: '*' | string[] | null };
  /** There is /map.png, by the optional package resvg-js. */
  png: boolean;
  sampleData: boolean;
  /** The page of the map is opened in a browser. */
  open: boolean;
  apiKey: string | undefined;
  websiteId: string | undefined;
}

/** A parsed command line. */
export type Command =
  | { name: 'serve'; settings: ServeSettings }
  | { name: 'doctor'; subject: Subject }
  | { name: 'help' }
  | { name: 'version' }
  /** One line for stderr, without the program's name. */
  | { name: 'refuse'; message: string; exitCode: number };

const SERVE_OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  'base-path': { type: 'string' },
  'allowed-origin': { type: 'string', multiple: true },
  'refresh-seconds': { type: 'string' },
  'history-minutes': { type: 'string' },
  'delay-seconds': { type: 'string' },
  privacy: { type: 'string' },
  'embed-ancestor': { type: 'string', multiple: true },
  'no-embed': { type: 'boolean' },
  png: { type: 'boolean' },
  'sample-data': { type: 'boolean' },
  open: { type: 'boolean' },
} as const;
const DOCTOR_OPTIONS = {
  origin: { type: 'string' },
  header: { type: 'string', multiple: true },
  credentials: { type: 'boolean' },
} as const;
const OPTIONS = {
  ...SERVE_OPTIONS,
  ...DOCTOR_OPTIONS,
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

const COMMANDS = { serve: SERVE_OPTIONS, doctor: DOCTOR_OPTIONS };
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
  const [command, ...rest] = positionals;
  // The argument is not quoted: it may be a key.
  if ((command !== 'serve' && command !== 'doctor') || (command === 'serve' && rest.length > 0)) {
    const got = command === undefined ? 'no command' : 'unknown command';
    return refuse(`${got}: expected "serve" or "doctor"; see --help.`, USAGE);
  }
  const foreign = Object.keys(values).find((name) => !Object.hasOwn(COMMANDS[command], name));
  if (foreign !== undefined) return refuse(`unknown option --${foreign} for ${command}; see --help.`, USAGE);
  if (command === 'doctor') {
    const subject = readSubject(rest, values);
    return typeof subject === 'string' ? refuse(`${subject}; see --help.`, USAGE) : { name: 'doctor', subject };
  }
  return serveCommand(values, environment);
}

function serveCommand(values: Parsed['values'], environment: Readonly<Record<string, string | undefined>>): Command {
  const variable = (name: string): string | undefined => {
    const value = environment[name]?.trim();
    return value === '' ? undefined : value;
  };
  const port = Number(values.port ?? variable('PORT') ?? 8787);
  if (values.port?.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535) {
    return refuse('--port (PORT): expected a whole number from 0 to 65535.', USAGE);
  }
  const refreshSeconds = Number(values['refresh-seconds'] ?? variable('REFRESH_SECONDS') ?? 10);
  if (!Number.isFinite(refreshSeconds)) return refuse('--refresh-seconds (REFRESH_SECONDS): expected a number.', USAGE);
  const historyMinutes = Number(values['history-minutes'] ?? variable('HISTORY_MINUTES') ?? 30);
  if (values['history-minutes']?.trim() === '' || !Number.isInteger(historyMinutes)) {
    return refuse('--history-minutes (HISTORY_MINUTES): expected a whole number from 0 to 120.', USAGE);
  }
  const delaySeconds = Number(values['delay-seconds'] ?? variable('DELAY_SECONDS') ?? 0);
  if (values['delay-seconds']?.trim() === '' || !Number.isFinite(delaySeconds)) {
    return refuse('--delay-seconds (DELAY_SECONDS): expected a number.', USAGE);
  }
  const hasEmbed = values['no-embed'] ? false : switchOf(variable('EMBED'), true);
  if (hasEmbed === null) return refuse('EMBED: expected on or off.', USAGE);
  if (values.open && !hasEmbed) return refuse('--open: --no-embed (EMBED=off) leaves no page to open.', USAGE);
  const png = values.png ?? switchOf(variable('PNG'), false);
  if (png === null) return refuse('PNG (--png): expected on or off.', USAGE);
  const ancestors = values['embed-ancestor'] ?? list(variable('EMBED_ANCESTORS'));
  const apiKey = variable('DATAFAST_API_KEY');
  const sampleData = values['sample-data'] ?? false;
  if (apiKey === undefined && !sampleData) {
    return refuse('DATAFAST_API_KEY is not set. To try the map without a key, add --sample-data.', 1);
  }
  const settings: ServeSettings = {
    port,
    host: values.host ?? variable('HOST') ?? '127.0.0.1',
    basePath: values['base-path'] ?? variable('BASE_PATH') ?? '/',
    allowedOrigins: origins(values['allowed-origin'] ?? list(variable('ALLOWED_ORIGINS'))),
    refreshSeconds,
    historyMinutes,
    delaySeconds,
    privacy: values.privacy ?? variable('PRIVACY') ?? 'public',
    embed: hasEmbed && { ancestors: ancestors && (origins(ancestors) ?? '*') },
    png,
    sampleData,
    open: values.open ?? false,
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

/** @returns `null` if it is neither on nor off. */
function switchOf(value: string | undefined, fallback: boolean): boolean | null {
  if (value === undefined) return fallback;
  if (/^(on|true|yes|1)$/i.test(value)) return true;
  return /^(off|false|no|0)$/i.test(value) ? false : null;
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
