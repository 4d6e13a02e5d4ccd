/** What the short form of a case holds; also the shape of its draft. */
export interface CaseFields { leadOrganisationId: string; title: string; shortName: string; codeName: string; summary: string; countries: string[]; systems: string[]; status: string; goals: { kind: string; text: string }[] }
export const emptyCase: CaseFields = { leadOrganisationId: '', title: '', shortName: '', codeName: '', summary: '', countries: [], systems: [], status: 'live', goals: [{ kind: 'legal', text: '' }] };
/** The fields as the server takes them. */
export const caseInput = ({ title, shortName, summary, countries, systems, status, goals }: CaseFields) => ({
  title: title.trim(), shortName: shortName.trim() || null, summary: summary.trim() || null, countries, systems, status, goals: goals.filter(({ text }) => text.trim() !== '').map(({ kind, text }) => ({ kind, text: text.trim() })),
});
