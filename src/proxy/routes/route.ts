import type { Answer } from '../answer.ts';
import type { RequestContext } from '../context.ts';
import type { ResolvedOptions } from '../options/types.ts';
import type { Question } from '../question.ts';
import type { Awaitable } from '../ready.ts';
import type { Snapshots } from '../snapshots.ts';
import type { Hub } from '../stream/hub.ts';

/** Answers GET at one address. HEAD, OPTIONS, CORS and refusals are the handler's. */
export type Route = (question: Question, context: RequestContext) => Awaitable<Answer>;

/** What routes are made of. */
export interface Site {
  options: ResolvedOptions;
  snapshots: Snapshots;
  /** `null`: this proxy has no stream. */
  hub: Hub | null;
}
