import { type Answer, errorAnswer } from './answer.ts';
import { clientAddress } from './client-address.ts';
import type { RequestContext } from './context.ts';
import { ProxyError } from './errors.ts';
import type { ResolvedOptions } from './options/types.ts';
import type { Question } from './question.ts';
import { createRateLimiter } from './rate-limit.ts';
import { type Awaitable, whenReady } from './ready.ts';

/** Whether a request may have its answer: `null`, or the refusal. */
export type Access = (question: Question, context: RequestContext) => Awaitable<Answer | null>;

/** First the limit, so that nobody can keep the operator's own check busy. */
export function createAccess({
  rateLimit,
  authorize,
  now,
}: Pick<ResolvedOptions, 'rateLimit' | 'authorize' | 'now'>): Access {
  const waitFor = rateLimit && createRateLimiter(rateLimit, now);

  const limit: Access = (question, context) => {
    if (!waitFor) return null;
    const forwarded = rateLimit.trustProxy > 0 ? question.header('x-forwarded-for') : null;
    const seconds = waitFor(clientAddress(context.clientAddress, forwarded, rateLimit.trustProxy));
    return seconds > 0 ? errorAnswer(new ProxyError('rate-limited', 'Too many requests.'), seconds) : null;
  };
  const permit = async (question: Question): Promise<Answer | null> => {
    const permitted = await permission(authorize, question);
    return permitted ? null : errorAnswer(new ProxyError('unauthorized', 'Not authorized.'));
  };
  return (question, context) =>
    whenReady(limit(question, context), (refusal) => (refusal || !authorize ? refusal : permit(question)));
}

async function permission(authorize: ResolvedOptions['authorize'], question: Question): Promise<boolean> {
  try {
    return Boolean(await authorize?.(question.request()));
  } catch {
    // What is thrown may quote a token.
    return false;
  }
}
