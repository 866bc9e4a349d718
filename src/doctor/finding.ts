/** What one check has found. */
export interface Finding {
  /** `note`: nothing is wrong, but worth knowing. */
  verdict: 'ok' | 'note' | 'problem';
  /** What was looked at, in a word or two. */
  check: string;
  /** What it means, and how to cure it. Holds no secret and nothing personal that was found. */
  text: string;
  /** Why the map stays blank, where that alone is enough for it: what stands after "because". */
  blank?: string;
  /** The address that the map on a page has, where a page was found in place of the proxy. */
  proxy?: URL;
}

export function ok(check: string, text: string): Finding {
  return { verdict: 'ok', check, text };
}

export function note(check: string, text: string): Finding {
  return { verdict: 'note', check, text };
}

export function problem(check: string, text: string, blank?: string): Finding {
  return { verdict: 'problem', check, text, ...(blank !== undefined && { blank }) };
}
