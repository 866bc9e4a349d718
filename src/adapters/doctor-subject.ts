import { isHttp, type Subject } from '../doctor/subject.ts';

/** The options of `doctor`. */
export interface DoctorArguments {
  origin?: string | undefined;
  header?: string[] | undefined;
  credentials?: boolean | undefined;
}

/** A header's name and value. RFC 9110 §5.1, §5.5. */
const HEADER = /^([\w!#$%&'*+.^`|~-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*)$/;

/** Reads what to check. @returns It, or one line that explains what is wrong and quotes nothing, as it may be secret. */
export function readSubject(
  addresses: readonly string[],
  { origin, header = [], credentials = false }: DoctorArguments,
): Subject | string {
  const [address] = addresses;
  if (address === undefined || addresses.length > 1)
    return 'doctor: expected one address, that of the proxy or of the page';
  const url = addressOf(address);
  if (url === null) return 'doctor: expected an address that begins with https:// or http://';
  const page = origin === undefined ? null : addressOf(origin);
  if (origin !== undefined && (page === null || page.host.includes('*'))) {
    return '--origin: expected the origin of one page, like https://www.example.com';
  }
  const headers: Record<string, string> = {};
  for (const line of header) {
    const [, name, value] = HEADER.exec(line) ?? [];
    if (name === undefined || value === undefined) return '--header: expected "Name: value"';
    headers[name] = value.trim();
  }
  return { url, origin: page?.origin ?? null, headers, credentials };
}

function addressOf(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return isHttp(url) ? url : null;
}
