/** Why a request failed: what it means, and how to fix it. */
export interface NetworkError {
  text: string;
  /** What stands after "because". */
  blank: string;
}

/** Node's and OpenSSL's names for what went wrong, and what a person makes of them. */
const TROUBLES: readonly [codes: RegExp, blank: string, text: (host: string) => string][] = [
  [
    /^ENOTFOUND$/,
    'the proxy’s name has no DNS record',
    (host) => `There is no DNS record for ${host}. Check its spelling and its domain.`,
  ],
  [
    /^EAI_/,
    'the proxy’s name cannot be looked up',
    (host) => `The name ${host} could not be looked up (DNS). Is this machine online?`,
  ],
  [
    /^ECONNREFUSED$/,
    'nothing listens at the proxy’s address',
    (host) =>
      `Nothing listens at ${host}. Is the proxy running on this port? From the command line it listens only on its own ` +
      'machine, unless --host is set.',
  ],
  [
    /^(EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL)$/,
    'the proxy’s machine is unreachable',
    (host) => `${host} is unreachable from here. Is it an address of another network?`,
  ],
  [
    /^(ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/,
    'the proxy timed out',
    (host) => `${host} timed out. Does a firewall drop connections, or does the server hang?`,
  ],
  [/^CERT_HAS_EXPIRED$/, 'the certificate has expired', () => 'The certificate has expired. Renew it.'],
  [
    /^CERT_NOT_YET_VALID$/,
    'the certificate is not yet valid',
    () => 'The certificate is not valid yet. Is a clock wrong?',
  ],
  [
    /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)$/,
    'browsers do not trust the certificate',
    () => 'The certificate is self-signed. Browsers refuse it; get one from a public authority.',
  ],
  [
    /^UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF)/,
    'the certificate’s chain is not complete',
    () => 'The intermediate certificate is missing. Serve the full chain.',
  ],
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    'the certificate is for another name',
    (host) => `The certificate is not for ${host}. Get one that names it.`,
  ],
  [
    /^(EPROTO|ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST))$/,
    'there is no https on that port',
    (host) => `${host} does not serve https on this port. Is it http, or is TLS on another port?`,
  ],
  [/^(ERR_SSL_|ERR_TLS_|CERT_)/, 'the TLS handshake fails', () => 'The TLS handshake fails. Check the certificate.'],
  [
    /^HPE_/,
    'the server does not speak HTTP',
    (host) => `The server at ${host} does not speak HTTP. Is it the right port?`,
  ],
  [
    /^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/,
    'the connection breaks before the answer is there',
    (host) =>
      `${host} closes the connection before its answer is complete. Does the server crash, or does something in front of ` +
      'it give up, or is https served at this port?',
  ],
  [
    /^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$/,
    'the answer is cut off',
    () => 'The length of the answer differs from its Content-Length. Something on the way changes or truncates it.',
  ],
  [
    /^(Z_\w+|ERR__?\w*BROTLI\w*|ERR_\w*DECOD\w*)$/,
    'the answer cannot be unpacked',
    () =>
      'The answer is not compressed as its Content-Encoding says. Is it compressed twice, or decompressed on the way?',
  ],
];

/** @param error What `fetch`, or the reading of a body, has thrown. */
export function explainNetworkError(error: unknown, { host }: URL): NetworkError {
  const { name, cause } = error as { name?: unknown; cause?: { code?: unknown; message?: unknown } };
  if (name === 'TimeoutError' || name === 'AbortError') return explainCode('ETIMEDOUT', host);
  if (cause?.message === 'bad port') {
    return { text: 'Browsers refuse this port, which belongs to another service.', blank: 'browsers refuse the port' };
  }
  return explainCode(typeof cause?.code === 'string' ? cause.code : '', host);
}

function explainCode(code: string, host: string): NetworkError {
  const found = TROUBLES.find(([codes]) => codes.test(code));
  if (found) return { blank: found[1], text: found[2](host) };
  const named = /^[A-Z_\d]{3,60}$/.test(code) ? ` (${code})` : '';
  return { blank: 'the proxy cannot be reached', text: `${host} cannot be reached${named}.` };
}
