import { rulingOf as ruling } from '@amparo/domain';
import type { Result } from '../ui/words.ts';

/** The mark of one disposition for the rights side, by itself; the result of the case is derived on the server. */
export const rulingOf = (disposition: { code: string; favours: string }): Result => ruling(disposition as Parameters<typeof ruling>[0]);
