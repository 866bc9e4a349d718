import { liveMapProxy } from '../../live-map-proxy.js';

export const ALL = ({ request, clientAddress }) => liveMapProxy().fetch(request, { clientAddress });
