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
