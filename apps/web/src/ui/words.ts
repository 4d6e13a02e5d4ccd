import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export type Result = 'won' | 'partly_won' | 'lost' | 'no_merits' | 'pending';
export type Finding = 'satisfied' | 'not_satisfied' | 'partly' | 'not_addressed' | 'not_reached' | 'assumed' | 'conceded';
export type Level = 'only_me' | 'case_team' | 'named_allies' | 'coalition' | 'public';

export const resultWords: Readonly<Record<Result, MessageDescriptor>> = {
  won: msg`Won`, partly_won: msg`Partly won`, lost: msg`Lost`, no_merits: msg`No merits ruling`, pending: msg`Pending`,
};
export const findingWords: Readonly<Record<Finding | 'not_coded', MessageDescriptor>> = {
  satisfied: msg`Met`, not_satisfied: msg`Not met`, partly: msg`Partly met`, not_addressed: msg`Not addressed`,
  not_reached: msg`Not reached`, assumed: msg`Assumed`, conceded: msg`Conceded`, not_coded: msg`Not coded yet`,
};
export const levelWords: Readonly<Record<Level, MessageDescriptor>> = {
  only_me: msg`Only me`, case_team: msg`Case team`, named_allies: msg`Named allies`, coalition: msg`Coalition`, public: msg`Public`,
};
/** The tests of the strip by name, and the plain question each one asks. */
export const limbWords: Readonly<Record<string, { name: MessageDescriptor; question: MessageDescriptor }>> = {
  legality: { name: msg`Legality`, question: msg`Is there a clear law?` },
  legitimate_aim: { name: msg`Legitimate aim`, question: msg`Is the purpose proper?` },
  rational_connection: { name: msg`Suitability`, question: msg`Does it serve that purpose?` },
  necessity: { name: msg`Necessity`, question: msg`Was a milder way open?` },
  balancing: { name: msg`Proportionality`, question: msg`Is the price too high?` },
  safeguards: { name: msg`Data protection safeguards`, question: msg`Are people’s data protected?` },
  non_discrimination_prima_facie: { name: msg`Equality and non-discrimination`, question: msg`Does it hit some groups harder?` },
  public_participation: { name: msg`Public participation`, question: msg`Were people heard first?` },
};
