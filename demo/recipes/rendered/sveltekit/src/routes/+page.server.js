import { renderMap } from '../live-map.server.js';

export const load = async () => ({ map: await renderMap() });
