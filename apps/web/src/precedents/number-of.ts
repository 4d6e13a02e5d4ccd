interface Numbered { neutralCitation?: string | null | undefined; docketNumber?: string | null | undefined; otherCitations?: readonly string[]; ecli?: string | null | undefined }

/** The number a reader finds the decision by: its neutral citation, else the docket, else a report. */
export const numberOf = ({ neutralCitation, docketNumber, otherCitations, ecli }: Numbered): string | undefined => neutralCitation ?? docketNumber ?? otherCitations?.[0] ?? ecli ?? undefined;
