import type { FaultCode } from './apollo.ts';

/** An error that says nothing but its code: safe to send along with a page. */
export class CodedError extends Error {
  readonly code: FaultCode;
  constructor(code: FaultCode) { super(code); this.code = code; }
}
