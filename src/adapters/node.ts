export { type NodeListener, toNodeListener } from './node/listener.ts';
export { packageFiles } from './node/package-files.ts';
export { type RunningServer, serve, type ServeOptions } from './node/server.ts';
export { zlibEncoders } from './node/zlib-encoders.ts';
