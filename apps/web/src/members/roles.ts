import type { MemberRole } from '@amparo/domain';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What somebody does in an organisation, and what that means. */
export const roleWords: Readonly<Record<MemberRole, { name: MessageDescriptor; does: MessageDescriptor }>> = {
  lawyer: { name: msg`Lawyer`, does: msg`leads and works on cases` },
  reviewer: { name: msg`Reviewer`, does: msg`checks precedents` },
  facilitator: { name: msg`Facilitator`, does: msg`builds workshops from public records` },
  member: { name: msg`Member`, does: msg`reads what is shared with the organisation` },
  steward: { name: msg`Steward`, does: msg`keeps members and rules; reads no case by that` },
};
export const isRole = (role: string): role is MemberRole => role in roleWords;
