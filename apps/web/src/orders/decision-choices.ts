import { useLingui } from '@lingui/react/macro';
import { citationOf, useOrderWords } from './order-words.ts';

interface Choice { id: string; title: string | null; day: { on: string } | null; citations: readonly { value: string; preferred?: boolean | null }[] }
/** Decisions of a case as a list to choose from, none first. */
export function useDecisionChoices(decisions: readonly Choice[]): { value: string; label: string }[] {
  const { t } = useLingui();
  const words = useOrderWords();
  return [{ value: '', label: t`not said` }, ...decisions.map((each) => ({ value: each.id, label: [each.title ?? citationOf(each) ?? t`Decision`, each.day && words.day(each.day.on)].filter(Boolean).join(', ') }))];
}
