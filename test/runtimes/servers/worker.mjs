import { control, proxyAt } from '../app.mjs';

export default {
  fetch: (request, _environment, context) =>
    request.method === 'PUT' ? control(request) : proxyAt(new URL(request.url).pathname).fetch(request, context),
};
