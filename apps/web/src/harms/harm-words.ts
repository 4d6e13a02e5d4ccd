import type { Sureness } from '@amparo/domain';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** How sure we are that it happened, in the words of somebody who documents. */
export const surenessWords: Readonly<Record<Sureness, { name: MessageDescriptor; hint: MessageDescriptor }>> = {
  confirmed: { name: msg`Confirmed`, hint: msg`Seen in documents, or by two sources that do not know of each other.` },
  likely: { name: msg`Likely`, hint: msg`One source that we trust.` },
  reported: { name: msg`Reported`, hint: msg`Said, not checked yet.` },
  unclear: { name: msg`Not clear`, hint: msg`Accounts differ.` },
};
