import { Page } from '../ui/Page.tsx';

export function CaseProceedingsPage() {
  return <Page title="CaseProceedings" />;
}
