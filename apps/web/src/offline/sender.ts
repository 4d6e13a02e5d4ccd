import type { Fault, FaultCode } from '../apollo.ts';
import { hearServerTime } from '../clock.ts';
import type { OwnEntry } from '../log/log-draft.ts';
import { logQueueSend } from './operation.ts';
import type { Outcome } from './queue.ts';

interface Answer { data?: { logEvent: { id: string } } | null; errors?: { extensions?: { code?: FaultCode; fields?: Fault['fields'] } }[] }
/** Sends one entry without Apollo. What is no answer of ours (a portal of a hotel, a broken line) is no signal. */
export async function sendPlain(entry: OwnEntry): Promise<Outcome<{ id: string }>> {
  const offline: Outcome<{ id: string }> = { fault: { code: 'OFFLINE', fields: [] } };
  let answer: Answer;
  try {
    const asked = Date.now();
    const got = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify({ operationName: 'LogQueueSend', query: logQueueSend, variables: { input: entry } }) });
    hearServerTime(got.headers.get('date'), asked, Date.now());
    if (!got.ok) return offline; // not this entry but the way there: too many, no database, a build that the server knows no more
    answer = (await got.json()) as Answer;
  } catch { return offline; }
  if (answer.data?.logEvent) return { sent: answer.data.logEvent };
  const fault = answer.errors?.[0]?.extensions;
  return fault?.code ? { fault: { code: fault.code, fields: fault.fields ?? [] } } : offline;
}
