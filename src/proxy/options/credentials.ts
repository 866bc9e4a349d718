// A key that ends in a line break, or that has a quote around it, comes from a badly read file of secrets: the header
// would be refused far from here, and with the key in the message.
const HEADER_SAFE = /^[\x21-\x7e]+$/;

/** The key, if it has the form of one. No message contains its value. */
export function checkedKey(value: unknown): string {
  const expected = 'apiKey: expected a DataFast key, which starts with "df_" or "dft_"';
  if (value === undefined || value === '') {
    throw new Error(`${expected}, got none (is DATAFAST_API_KEY set?). sampleData: true needs no key.`);
  }
  if (typeof value !== 'string') throw new Error(`${expected}, got a value of type ${typeof value}.`);
  if (!HEADER_SAFE.test(value)) throw new Error(`${expected}, got a text with white space or foreign characters.`);
  if (!/^dft?_./.test(value)) throw new Error(`${expected}, got a text with another prefix.`);
  return value;
}

/** The website, if the key needs one. */
export function checkedWebsiteId(value: unknown, apiKey: string): string | null {
  const given = typeof value === 'string' && value.trim() === '' ? undefined : value;
  if (given !== undefined && typeof given !== 'string') {
    throw new Error(`websiteId: expected a text, got a value of type ${typeof given}.`);
  }
  if (apiKey.startsWith('dft_') && given === undefined) {
    throw new Error('websiteId: expected with a dft_ key, got none (is DATAFAST_WEBSITE_ID set?).');
  }
  if (apiKey.startsWith('df_') && given !== undefined) {
    throw new Error('websiteId: expected none with a df_ key, which names its website itself, got one.');
  }
  return given?.trim() ?? null;
}
