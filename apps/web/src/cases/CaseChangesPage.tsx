import { Page } from '../ui/Page.tsx';

export function CaseChangesPage() {
  return <Page title="CaseChanges" />;
}
