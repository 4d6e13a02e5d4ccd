import { Page } from '../ui/Page.tsx';

export function CaseEditPage() {
  return <Page title="CaseEdit" />;
}
