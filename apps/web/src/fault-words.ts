import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { FaultCode } from './apollo.ts';

/** What each code means to a person: what failed, what is safe, what to do. */
export const faultWords: Readonly<Record<FaultCode, MessageDescriptor>> = {
  UNAUTHENTICATED: msg`Your session has ended. Sign in to go on.`,
  FORBIDDEN: msg`You may read this, but not change it.`,
  NOT_FOUND: msg`This does not exist, or you cannot read it.`,
  INVALID: msg`Something cannot be taken as it is. Look at the marked fields.`,
  CONFLICT: msg`This clashes with what is already there.`,
  STALE: msg`Somebody else changed this meanwhile.`,
  TOO_MANY: msg`Too many tries. Wait a little and try again.`,
  UNAVAILABLE: msg`The database does not answer right now. Nothing is lost. Try again.`,
  INTERNAL: msg`Something went wrong on our side. Nothing was saved.`,
  OFFLINE: msg`The server cannot be reached. Nothing is lost. Try again when there is a signal.`,
};

/** What is wrong with one field, by the code of the fault, and how to mend it. */
export const problemWords: Readonly<Record<string, MessageDescriptor>> = {
  required: msg`This is needed.`,
  too_long: msg`This is too long. Shorten it.`,
  too_short: msg`This is too short.`,
  taken: msg`This exists already.`,
  unknown: msg`This is not on the list. Choose again.`,
  wrong_type: msg`This is not of the right kind.`,
  control_character: msg`This holds a character that cannot be seen. Type it anew.`,
  broken_character: msg`This holds a broken character. Type it anew.`,
  direction_override: msg`This holds hidden marks that turn the writing round. Type it anew.`,
  not_an_email: msg`This is not an e-mail address.`,
  not_a_slug: msg`Only small letters, figures and hyphens.`,
  not_an_id: msg`This is not on the list. Choose again.`,
  not_a_date: msg`This is not a date. Try “5 Feb 2019”, “Mar 2025” or “c. 2019”.`,
  no_such_day: msg`There is no such day.`,
  two_ways: msg`This can be read in two ways. Write the month as a word.`,
  ends_before_start: msg`This ends before it starts.`,
  out_of_range: msg`This number is too large or too small.`,
  too_common: msg`Too many people use this password. Choose another.`,
  wrong: msg`This is not right.`,
  refused: msg`This cannot be taken as it is.`,
  unknown_code: msg`This is not on the list. Choose again.`,
  unknown_country: msg`This is not a country on the list. Choose again.`,
  unknown_time_zone: msg`This is not a time zone. Try “Africa/Nairobi”.`,
  unknown_field: msg`This does not belong here.`,
  wrong_format: msg`This is not written as it should be.`,
  malformed: msg`This is not written as it should be.`,
  day_needed: msg`The exact day is needed here, such as 5 Feb 2026.`,
  not_a_time: msg`This is not a time. Try “14:30”.`,
  not_a_web_address: msg`This is not a web address. It begins with https://`,
  repeated: msg`This stands here twice. Keep one.`,
  too_many: msg`These are too many. Take some out.`,
  too_few: msg`This needs at least one.`,
  too_large: msg`This number is too large.`,
  too_small: msg`This number is too small.`,
  does_not_fit_outcome: msg`This does not fit the outcome. Change one of them.`,
  same_proceeding: msg`A proceeding cannot be linked to itself. Choose another.`,
  case_grant_newcomer_check: msg`This person has never signed in. Take them into the team once they have.`,
  case_grant_last_lead_check: msg`Somebody has to stay who may share the case. Let another person lead first.`,
  case_needed: msg`A case is needed here. Choose one.`,
  case_or_precedent: msg`Choose a case or a precedent, not both.`,
};
/** Words for a fault of a field; an unknown code gets the general ones. */
export const problemOf = (code: string): MessageDescriptor => problemWords[code] ?? (problemWords['refused'] as MessageDescriptor);
