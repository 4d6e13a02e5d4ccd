import type { CasePageQuery } from '../gql/graphql.ts';

/** A case as its page reads it: one query for the head, every tab and the dialogs, so that all of them agree. */
export type Case = NonNullable<CasePageQuery['legalCase']>;
export type CaseEvent = Case['events'][number];
export type CaseProceeding = Case['proceedings'][number];
export type CaseLink = Case['links'][number];
export type CaseIdentifier = CaseProceeding['identifiers'][number];
export type CaseClaim = Case['claims'][number];

/** The number that is in force and preferred; else the first one. */
export const numberOf = ({ identifiers }: CaseProceeding): CaseIdentifier | undefined =>
  identifiers.find(({ preferred, validTo }) => preferred && !validTo) ?? identifiers.find(({ preferred }) => preferred) ?? identifiers.find(({ validTo }) => !validTo) ?? identifiers[0];

/** The proceeding a case is known by: the one whose number the server calls the main one, else the first in its main court. */
export const mainOf = ({ proceedings, mainNumber, mainCourt }: Pick<Case, 'proceedings' | 'mainNumber' | 'mainCourt'>): CaseProceeding | undefined =>
  proceedings.find(({ identifiers }) => identifiers.some(({ id }) => id === mainNumber?.id)) ?? proceedings.find(({ court }) => court.id === mainCourt?.id) ?? proceedings[0];

/** Court and unit, as people say them. */
export const forumOf = ({ court, courtUnit }: CaseProceeding): string => (courtUnit ? `${court.name}, ${courtUnit}` : court.name);

/** The short name is what people say; the title is what the court prints. */
export const nameOf = ({ shortName, title }: { shortName: string | null; title: string }): string => shortName ?? title;
