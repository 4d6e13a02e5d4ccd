import { Trans } from '@lingui/react/macro';
import { Sheet } from '../ui/Sheet.tsx';
import type { LogStart } from './log-draft.ts';
import { LogBody, LogFoot } from './LogForm.tsx';
import { logStore } from './log-store.ts';
import { useLogForm } from './use-log-form.ts';

/** Logs what happened in court, over whatever page is open. What is begun is kept when it is closed. */
export function LogSheet({ start = {}, onClose }: { start?: LogStart; onClose(): void }) {
  const form = useLogForm(start, onClose);
  return (
    <Sheet title={<Trans>Log progress</Trans>} onClose={() => { logStore.close(); onClose(); }} foot={<LogFoot form={form} />}>
      <LogBody form={form} />
    </Sheet>
  );
}
