import { VERSION } from '../base/version.ts';

/** Where the page's scripts are, relative to the page's own folder; another version has other files. */
export const EMBED_FOLDER: string = `embed/${VERSION}/`;
