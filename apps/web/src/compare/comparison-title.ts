import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** "How four courts answered the same questions": numbers as words, as far as a comparison goes. */
export function comparisonTitle(i18n: I18n, courts: number): string {
  const titles = [
    msg`Compare`, msg`How one court answered the questions`, msg`How two courts answered the same questions`, msg`How three courts answered the same questions`,
    msg`How four courts answered the same questions`, msg`How five courts answered the same questions`, msg`How six courts answered the same questions`, msg`How seven courts answered the same questions`,
  ];
  return i18n._(titles[courts] ?? msg`Compare`);
}
