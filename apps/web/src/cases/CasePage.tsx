import { Page } from '../ui/Page.tsx';

export function CasePage() {
  return <Page title="Case" />;
}
