import { Page } from '../ui/Page.tsx';

export function CasesPage() {
  return <Page title="Cases" />;
}
