/** A name, an IPv4 address or an IPv6 address in brackets, with a port or without. No comma: two lines are joined by one. */
const HOST = /^(?:\[[\w.:%~-]+\]|[\w.~%!$&'()*+;=-]*)(?::\d*)?$/;

/** Whether a request has one valid `Host` or, as in HTTP/1.0, none. RFC 9112 §3.2 asks for 400 otherwise. */
export function isValidHost(header: string | null): boolean {
  return header === null || HOST.test(header);
}
