import { useLingui } from '@lingui/react';
import { limbWords } from '../ui/words.ts';

/** Short name and plain question of a test; where the interface has none, those that came with the comparison. */
export function useRowWords(): (row: { limb: string; label: string; question: string }) => { name: string; question: string } {
  const { i18n } = useLingui();
  return ({ limb, label, question }) => {
    const words = limbWords[limb];
    return words ? { name: i18n._(words.name), question: i18n._(words.question) } : { name: label, question };
  };
}
