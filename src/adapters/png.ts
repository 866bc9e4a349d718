import type { RenderPng } from '../proxy/index.ts';

export interface ResvgPngOptions {
  /**
   * The module `@resvg/resvg-wasm/index_bg.wasm` as the runtime imports it, for runtimes without native code, such as
   * Workers. Without it the package `@resvg/resvg-js` is used.
   */
  wasm?: WebAssembly.Module | BufferSource | undefined;
}

/** The option `png` of the proxy, by resvg: one of its two packages has to be installed. */
export function resvgPng({ wasm }: ResvgPngOptions = {}): RenderPng {
  return wasm === undefined ? renderNative : renderWasm(wasm);
}

// Its text is drawn as paths, and looking for the fonts of a system takes a second.
const FONT = { loadSystemFonts: false };

const renderNative: RenderPng = async (svg, { width }) => {
  const { renderAsync } = await import('@resvg/resvg-js').catch(explain);
  return (await renderAsync(svg, { fitTo: { mode: 'width', value: width }, font: FONT })).asPng();
};

/** @throws An error that names the missing package, and what installs it. */
function explain(error: unknown): never {
  const name = /@resvg\/resvg-(?:js|wasm)/.exec(String(error))?.[0];
  if ((error as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND' || name === undefined) throw error;
  const text = `the package ${name} is not installed. Install it beside datafast-live-map: npm install ${name}`;
  throw new Error(text, { cause: error });
}

function renderWasm(wasm: NonNullable<ResvgPngOptions['wasm']>): RenderPng {
  let isReady = false;
  return async (svg, { width }) => {
    const { initWasm, Resvg } = await import('@resvg/resvg-wasm').catch(explain);
    if (!isReady) await initWasm(wasm);
    isReady = true;
    const renderer = new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: FONT });
    const picture = renderer.render();
    try {
      return picture.asPng();
    } finally {
      // Its memory is not the garbage collector's.
      picture.free();
      renderer.free();
    }
  };
}
