import { useLingui } from '@lingui/react';
import { limbWords } from '../ui/words.ts';

/** Short name and plain question of a test. */
export function useRowWords(): (limb: string) => { name: string; question: string } {
  const { i18n } = useLingui();
  return (limb) => {
    const words = limbWords[limb];
    return words ? { name: i18n._(words.name), question: i18n._(words.question) } : { name: limb.replaceAll('_', ' '), question: '' };
  };
}
