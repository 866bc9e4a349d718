import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../tools/browsers/free-port.ts';
import { type Program, startProgram } from '../runtimes/program.ts';
import { PATH, without } from './programs.ts';

/** A cache of a Debian package, with the settings that docs/recipes.md shows. */
export interface CacheProgram {
  name: string;
  command: string;
  package: string;
  recipe: string;
  /** A whole configuration, with the recipe in it. */
  configure: (recipe: string, folder: string, port: number) => string;
  args: (folder: string, port: number) => string[];
  /** Whether an answer is there for the first request of a page, which is `max-age=0`. */
  servesFirst: boolean;
  /** Whether viewers get the answer before while it asks for the next. */
  servesStale: boolean;
  /** Whether one encoding stays when another one is stored. */
  keepsEncodings: boolean;
}

const PROXY_PORT = '8787';
const isRoot = process.getuid?.() === 0;

export const CACHES: readonly CacheProgram[] = [
  {
    name: 'nginx',
    command: 'nginx',
    package: 'nginx',
    recipe: 'nginx.conf',
    servesFirst: true,
    servesStale: true,
    keepsEncodings: true,
    configure: (recipe, folder, port) => `
      ${isRoot ? 'user root;' : ''}
      daemon off;
      worker_processes 1;
      pid ${folder}/nginx.pid;
      events {}
      http {
        access_log off;
        ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')}
        ${recipe.replace('/var/cache/nginx', folder).replace('listen 80', `listen 127.0.0.1:${port}`)}
      }`,
    args: (folder) => ['-c', join(folder, 'settings'), '-e', 'stderr'],
  },
  {
    name: 'Varnish',
    command: 'varnishd',
    package: 'varnish',
    recipe: 'varnish.vcl',
    servesFirst: true,
    servesStale: true,
    keepsEncodings: true,
    configure: (recipe) => recipe,
    args: (folder, port) =>
      `-F -n ${folder} -a 127.0.0.1:${port} -T none -f ${folder}/settings -s malloc,16m -j none`.split(' '),
  },
  {
    name: 'Apache',
    command: 'apache2',
    package: 'apache2',
    recipe: 'apache.conf',
    servesFirst: true,
    servesStale: true,
    keepsEncodings: true,
    configure: (recipe, folder, port) => `
      ServerRoot "${folder}"
      PidFile "${folder}/apache.pid"
      ErrorLog "${folder}/apache.log"
      ServerName live.example.com
      CacheLockPath "${folder}/lock"
      DefaultRuntimeDir "${folder}"
      Mutex file:${folder} default
      ${isRoot ? 'User www-data\nGroup www-data' : ''}
      ${['mpm_event', 'authz_core', 'proxy', 'proxy_http', 'cache', 'cache_disk']
        .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
        .join('\n')}
      Listen 127.0.0.1:${port}
      ${recipe.replace('*:80', `*:${port}`).replace('/var/cache/apache2/mod_cache_disk', `${folder}/cache`)}`,
    args: (folder) => ['-f', join(folder, 'settings'), '-DFOREGROUND'],
  },
  {
    name: 'Squid',
    command: 'squid',
    package: 'squid',
    recipe: 'squid.conf',
    servesFirst: true,
    servesStale: false,
    keepsEncodings: false,
    configure: (recipe, folder, port) => `
${recipe.replace('http_port 80', `http_port 127.0.0.1:${port}`)}
pid_filename ${folder}/squid.pid
cache_log ${folder}/squid.log
access_log none
coredump_dir ${folder}
pinger_enable off
netdb_filename none
shutdown_lifetime 0 seconds
visible_hostname live.example.com
`,
    args: (folder) => ['-N', '-f', join(folder, 'settings')],
  },
  {
    name: 'HAProxy',
    command: 'haproxy',
    package: 'haproxy',
    recipe: 'haproxy.cfg',
    servesFirst: false,
    servesStale: false,
    keepsEncodings: false,
    configure: (recipe, _folder, port) => recipe.replace('bind :80', `bind 127.0.0.1:${port}`),
    args: (folder) => ['-db', '-f', join(folder, 'settings')],
  },
];

/** Why a cache cannot be tested here; `false` where it can. CI has the first two, and the others only where they are installed. */
export function skipOf({ command, package: debianPackage }: CacheProgram): string | false {
  const probe = command === 'varnishd' ? '-V' : '-v';
  const isOptional = !['nginx', 'varnishd'].includes(command);
  return without(command, probe, debianPackage, isOptional);
}

/** Starts a cache in front of a proxy that listens on this machine. */
export async function startCache(cache: CacheProgram, proxyPort: number): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), `live-map-${cache.command}-`));
  const port = await freePort();
  const recipe = await readFile(join(import.meta.dirname, '../../demo/recipes/caches', cache.recipe), 'utf8');
  const pointed = recipe.replaceAll(PROXY_PORT, String(proxyPort));
  await writeFile(join(folder, 'settings'), cache.configure(pointed, folder, port));
  await mkdir(join(folder, 'cache'));
  // Some give up root's rights for a user of their own.
  for (const path of [folder, join(folder, 'cache')]) await chmod(path, 0o777);
  const program = await startProgram(cache.command, cache.args(folder, port), { env: { PATH }, port });
  return {
    ...program,
    stop: async () => {
      await program.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
