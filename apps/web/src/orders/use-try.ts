import { useLingui } from '@lingui/react/macro';
import { faultOf } from '../apollo.ts';
import { useCase } from '../cases/case-context.ts';
import { faultWords } from '../fault-words.ts';
import { problemOf } from '../problem-words.ts';
import { useToast } from '../ui/Toast.tsx';

/** One act without a form: done and read again, or told in words why not. */
export function useTry(): (work: () => Promise<unknown>, done?: string) => Promise<void> {
  const { t, i18n } = useLingui();
  const { refresh } = useCase();
  const toast = useToast();
  return async (work, done) => {
    try {
      await work();
      await refresh();
      if (done) toast({ words: done });
    } catch (e) {
      const { code, fields } = faultOf(e);
      toast({ alarm: true, words: t`Nothing was changed. ${i18n._(fields[0] ? problemOf(fields[0].problem) : faultWords[code])}` });
    }
  };
}
