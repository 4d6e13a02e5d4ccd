/** What a logged event of a case still needs before its record is whole; the server says which answers are missing. */
export type Step = 'court' | 'outcome' | 'result' | 'claims' | 'findings' | 'next_date' | 'public_note';
interface Recorded {
  outcome: string | null;
  proceedingId: string | null;
  publicNote: string | null;
  incomplete: readonly string[];
  legalCase: { findings: readonly { proceedingId: string }[]; claims: readonly { dispositions: readonly { proceedingId: string }[] }[] };
}

/** The steps in order, each done or not. A judgment asks for more than a mention does. */
export function recordSteps(event: Recorded): { step: Step; done: boolean }[] {
  const { outcome, proceedingId, incomplete, legalCase } = event;
  const lacks = (...gaps: string[]) => gaps.some((gap) => incomplete.includes(gap));
  const judged = outcome === 'judgment_delivered';
  const here = (of: { proceedingId: string }) => of.proceedingId === proceedingId;
  return [
    ...(lacks('proceeding') ? [{ step: 'court' as const, done: false }] : []),
    { step: 'outcome', done: outcome !== null && !lacks('outcome', 'outcome_detail') },
    ...(judged ? [
      { step: 'result' as const, done: !lacks('reported_result') },
      { step: 'claims' as const, done: legalCase.claims.length > 0 && legalCase.claims.every(({ dispositions }) => dispositions.some(here)) },
      { step: 'findings' as const, done: legalCase.findings.some(here) },
    ] : []),
    ...(outcome === 'adjourned' ? [{ step: 'next_date' as const, done: !lacks('next_date') }] : []),
    { step: 'public_note', done: (event.publicNote ?? '') !== '' },
  ];
}
