import type { TestContext } from 'node:test';
import { diagnose, type DiagnoseOptions } from '../../src/doctor/diagnose.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { reportOf } from '../../src/doctor/report.ts';
import type { Subject } from '../../src/doctor/subject.ts';
import { startUpstream, type Respond, type TestUpstream } from '../proxy/upstream.ts';

export const PAGE = 'https://www.example.com';

export interface Looked {
  findings: Finding[];
  /** Those of a verdict, as "check: text". */
  reported: (verdict: Finding['verdict']) => string[];
  /** All that is printed. */
  printed: string;
  isHealthy: boolean;
}

/** Looks at an address as the command line does, from the page of another origin by default. */
export async function look(
  url: string,
  subject: Partial<Omit<Subject, 'url'>> = {},
  options: DiagnoseOptions = {},
): Promise<Looked> {
  const whole = { url: new URL(url), origin: PAGE, headers: {}, credentials: false, ...subject };
  const examination = await diagnose(whole, { wait: () => Promise.resolve(), ...options });
  const { findings } = examination;
  const { lines, isHealthy } = reportOf(examination);
  const reported = (verdict: Finding['verdict']): string[] =>
    findings.filter((finding) => finding.verdict === verdict).map(({ check, text }) => `${check}: ${text}`);
  return { findings, reported, printed: lines.join('\n'), isHealthy };
}

/** A server with the behaviour of a test at its root. */
export async function startServer(t: TestContext, respond: Respond): Promise<TestUpstream> {
  const server = await startUpstream(respond);
  t.after(() => {
    server.close();
  });
  server.url = `${new URL(server.url).origin}/`;
  return server;
}
