import { Page } from '../ui/Page.tsx';

export function NewCasePage() {
  return <Page title="NewCase" />;
}
