// What is written in five minutes: it hides the key, and asks the upstream for each viewer.
import express from 'express';
import { isReady, settings } from './child.mjs';

const app = express();
app.get('/', async (_request, response) => {
  const answer = await fetch(settings.upstream, { headers: { authorization: 'Bearer df_bench' } });
  response.json(await answer.json());
});
const server = app.listen(0, '127.0.0.1', () => isReady(`http://127.0.0.1:${server.address().port}`));
