// nginx with `proxy_cache`, before an origin that already answers what may be published. One worker, in a folder of its
// own, which goes with it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isReady, settings } from './child.mjs';

const port = await freePort();
const folder = mkdtempSync(join(tmpdir(), 'live-map-nginx-'));
writeFileSync(join(folder, 'nginx.conf'), configuration());
const nginx = spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'], { stdio: 'inherit' });
nginx.once('exit', () => process.exit(1));
process.once('exit', () => {
  nginx.kill();
  rmSync(folder, { recursive: true, force: true });
});
await once(nginx, 'spawn');
while (!(await isListening())) await sleep(20);
isReady(`http://127.0.0.1:${port}`, nginx.pid);

function configuration() {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${name};`);
  return `
${process.getuid() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid nginx.pid;
events { worker_connections 8192; }
http {
  ${temporary.join(' ')}
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=100;
  proxy_cache_path cache keys_zone=live:1m;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location / {
      proxy_pass ${settings.origin};
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_ignore_headers Cache-Control Vary;
      proxy_cache live;
      proxy_cache_key $uri$http_accept_encoding;
      proxy_cache_valid 200 10s;
      proxy_cache_lock on;
      proxy_cache_use_stale updating error timeout;
      proxy_cache_background_update on;
    }
  }
}`;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

function isListening() {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.on('error', () => resolve(false)).on('connect', () => socket.destroy());
  });
}
