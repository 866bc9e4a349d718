import { KIOSK_STYLE } from '../kiosk/styles.ts';
import { sha256Base64 } from '../server/sha256.ts';
import { liveMapStyleHash } from '../server/style.ts';
import { PAGE_STYLE } from './page.ts';

/** What a page could ask for beside the wake lock, as far as browsers know the name. */
const REFUSED = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
];
const PERMISSIONS = [...REFUSED.map((feature) => `${feature}=()`), 'screen-wake-lock=(self)'].join(', ');

export interface EmbedPolicy {
  ancestors: '*' | readonly string[];
  /** Where the page's scripts come from. */
  scriptUrl: string;
}

/** What the page may do, and who may have it in a frame. */
export function embedHeaders({ ancestors, scriptUrl }: EmbedPolicy): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `script-src ${sourceOf(scriptUrl)}`,
    `style-src '${hashOf(PAGE_STYLE)}' '${liveMapStyleHash}' '${hashOf(KIOSK_STYLE)}'`,
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors === '*' ? '*' : ["'self'", ...ancestors].join(' ')}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  return { 'Content-Security-Policy': policy.join('; '), 'Permissions-Policy': PERMISSIONS };
}

function hashOf(style: string): string {
  return `sha256-${sha256Base64(style)}`;
}

/** The folder of a script of another origin. A policy has its own meaning for semicolon and comma. */
function sourceOf(scriptUrl: string): string {
  if (!URL.canParse(scriptUrl)) return "'self'";
  return new URL('.', scriptUrl).href.replace(/;/g, '%3B').replace(/,/g, '%2C');
}
