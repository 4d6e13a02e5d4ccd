import type { TodayPageQuery } from '../gql/graphql.ts';

/** An event with the case around it, as Today reads it. */
export type TodayEvent = TodayPageQuery['today']['nextDates'][number];
/** One that was logged today, with what its record needs beside it. */
export type LoggedEvent = TodayPageQuery['today']['logged'][number];

export const nameOf = ({ legalCase }: { legalCase: { title: string; shortName: string | null } }): string => legalCase.shortName ?? legalCase.title;
export const proceedingOf = ({ proceedingId, legalCase }: TodayEvent) => legalCase.proceedings.find(({ id }) => id === proceedingId);
export const courtOf = (event: TodayEvent): string | undefined => {
  const proceeding = proceedingOf(event);
  return proceeding && (proceeding.courtUnit ? `${proceeding.court.name}, ${proceeding.courtUnit}` : proceeding.court.name);
};
export const zoneOf = (event: TodayEvent): string | undefined => event.timeZone ?? proceedingOf(event)?.timeZone;
