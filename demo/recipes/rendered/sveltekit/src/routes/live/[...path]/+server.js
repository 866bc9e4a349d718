import { liveMapProxy } from '../../../live-map.server.js';

const handle = ({ request }) => liveMapProxy().fetch(request);

export { handle as GET, handle as HEAD, handle as OPTIONS };
