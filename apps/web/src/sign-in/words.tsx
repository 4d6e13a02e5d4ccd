import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** What went wrong at the door, and what to do about it. `link` stands for a one-time link that opens nothing any more. */
export function doorFault(code: string, seconds?: number): ReactNode {
  const minutes = Math.ceil((seconds ?? 0) / 60);
  switch (code.toUpperCase()) {
    case 'LINK': return <Trans>This link was used already or is too old. Ask for another here.</Trans>;
    case 'UNAUTHENTICATED': return <Trans>The e-mail address or the password is not right. Try again, or use a one-time link.</Trans>;
    case 'TOO_MANY': return minutes > 1 ? <Trans>Too many tries. Try again in {minutes} minutes.</Trans> : <Trans>Too many tries. Try again in a minute.</Trans>;
    case 'NOT_FOUND': return <Trans>This person is not here, or the demo is off.</Trans>;
    case 'INVALID': return <Trans>Write an e-mail address like name@organisation.org.</Trans>;
    case 'OFFLINE': case 'UNAVAILABLE': return <Trans>Amparo does not answer right now. Try again in a moment.</Trans>;
    default: return <Trans>Something went wrong on our side. Try again in a moment.</Trans>;
  }
}

/** Why a password cannot be taken. */
export function passwordFaultWords(problem: string): ReactNode {
  switch (problem) {
    case 'too_short': return <Trans>At least 12 characters. Three or four words together are good.</Trans>;
    case 'too_long': return <Trans>At most 128 characters.</Trans>;
    case 'common': return <Trans>Too easy to guess: it stands in lists of leaked passwords or repeats itself.</Trans>;
    case 'contains_name': return <Trans>It contains the name of your e-mail address.</Trans>;
    case 'wrong': return <Trans>This is not your present password.</Trans>;
    case 'required': return <Trans>Write your present password.</Trans>;
    default: return <Trans>This cannot be taken as it is. Try another.</Trans>;
  }
}
