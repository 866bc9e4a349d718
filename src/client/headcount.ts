import { parseHeadcount, type PublishedCount } from '../protocol/headcount.ts';
import { requestJson, type RequestJsonOptions, type Failure } from './request-json.ts';
import { metaTime } from './server-time.ts';

/** How many people there are, with the moment it speaks of. */
export interface HeadcountResponse {
  ok: true;
  headcount: PublishedCount;
  /** Epoch ms by the server's clock at the moment of receipt; `null` where the answer is none of our proxy's. */
  serverTime: number | null;
}

/** Gets the number alone, without the visitors of the answer. Never rejects, but for the abort of its signal. */
export function requestHeadcount(url: string, options: RequestJsonOptions): Promise<HeadcountResponse | Failure> {
  return requestJson<HeadcountResponse>(url, options, (body, headers) => {
    const result = parseHeadcount(body);
    if (!result.ok) return result;
    const { headcount } = result;
    return { ok: true, headcount, serverTime: headcount.meta && metaTime(headcount.meta, headers) };
  });
}
