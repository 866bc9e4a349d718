import { directionOf } from '../i18n/intl.ts';
import { message } from '../i18n/messages.ts';
import type { PublishedSnapshot } from '../protocol/published.ts';
import { escapedAttribute, escapedText } from '../server/escape.ts';
import { renderedLocale, renderStyledMap } from '../server/render-live-map.ts';
import type { EmbedSettings } from './settings.ts';
import { KIOSK_STYLE } from '../kiosk/styles.ts';
import { PAGE_STYLE } from './styles.ts';

/** A dot, so that browsers request no other icon. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Ccircle cx='4' cy='4' r='3' fill='%231d5fd1'/%3E%3C/svg%3E";
/** CSS pixels that the map is expected to be wide; those of a screen are larger. */
const WIDTH = { page: 960, kiosk: 640 };

/**
 * The page with the map alone.
 *
 * @param snapshot `null` where there is none yet: the element shows that it waits.
 * @param scriptUrl Of the element, relative to the page or absolute.
 */
export function embedPage(snapshot: PublishedSnapshot | null, settings: EmbedSettings, scriptUrl: string): string {
  const { attributes, title, kiosk, transparent } = settings;
  const locale = renderedLocale(settings.lang) || 'en';
  const name = title || (typeof attributes.label === 'string' && attributes.label) || message(locale, 'label');
  const classes = [attributes.theme, kiosk && 'kiosk', transparent && 'transparent'].filter(Boolean).join(' ');
  const element = renderStyledMap(
    snapshot,
    // The proxy is where the page is: its own folder.
    {
      attributes: { 'proxy-url': './', ...attributes, ...(settings.lang && { lang: settings.lang }) },
      width: kiosk ? WIDTH.kiosk : WIDTH.page,
    },
    kiosk ? KIOSK_STYLE : '',
  );
  return `<!doctype html>
<html lang="${escapedAttribute(locale)}" dir="${directionOf(locale)}"${classes && ` class="${escapedAttribute(classes)}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedText(name)}</title>
<link rel="icon" href="${ICON}">
<style>${PAGE_STYLE}</style>
<script type="module" src="${escapedAttribute(scriptUrl)}"></script>
${kiosk ? `<script type="module" src="${escapedAttribute(besideScript(scriptUrl))}"></script>\n` : ''}</head>
<body>
<main>
<h1>${escapedText(name)}</h1>
${element}
</main>
</body>
</html>
`;
}

function besideScript(scriptUrl: string): string {
  return scriptUrl.replace(/datafast-live-map\.js(\?.*)?$/, 'kiosk.js$1');
}
