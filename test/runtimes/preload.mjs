// Loaded before a recipe runs: what it asks DataFast gets to the tests' stand-in.
const { fetch } = globalThis;
const { STAND_IN } = process.env;

globalThis.fetch = (url, init) => fetch(String(url).replace('https://datafa.st', STAND_IN), init);
