import type { EventOutcome, OutcomeDetail, ReportedResult } from '@amparo/domain';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ShareLevel } from '../gql/graphql.ts';

/** Short words for a thumb: the long ones stand in the timeline. */
export const chipWords: Readonly<Record<EventOutcome, MessageDescriptor>> = {
  judgment_delivered: msg`Judgment delivered`, heard_reserved: msg`Heard, reserved`, adjourned: msg`Adjourned`, directions_given: msg`Directions`, interim: msg`Interim order`, not_reached: msg`Not reached`,
  leave: msg`Leave to appeal`, party_joined: msg`Party joined`, amicus: msg`Amicus`, consolidated: msg`Cases joined`, settled: msg`Settled`, court_not_sitting: msg`Court not sitting`,
};
export const detailWords: Readonly<Record<OutcomeDetail, MessageDescriptor>> = {
  granted: msg`Granted`, refused: msg`Refused`, extended: msg`Extended`, set_aside: msg`Set aside`, admitted: msg`Admitted`,
};
export const reportedWords: Readonly<Record<ReportedResult, MessageDescriptor>> = { won: msg`Won`, partly_won: msg`Partly`, lost: msg`Lost`, unclear: msg`Not clear` };

/** Who can read what is being written. */
export const readersWords: Readonly<Record<ShareLevel, MessageDescriptor>> = {
  case_team: msg`Only the case team can read this`, named_allies: msg`The case team and named allies can read this`, coalition: msg`The whole coalition can read this`,
};
/** The same, once it is saved. */
export const savedWords: Readonly<Record<ShareLevel, MessageDescriptor>> = {
  case_team: msg`Only the case team can read it.`, named_allies: msg`The case team and named allies can read it.`, coalition: msg`The whole coalition can read it.`,
};
/** A law term on a chip, in plain words. */
export const outcomeHints: Partial<Readonly<Record<EventOutcome, MessageDescriptor>>> = {
  interim: msg`An order that holds until the case is decided.`,
  leave: msg`Permission to take the case to a higher court.`,
  amicus: msg`A friend of the court: not a party, but heard.`,
};
