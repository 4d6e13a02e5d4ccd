import { Page } from '../ui/Page.tsx';

export function HelpPage() {
  return <Page title="Help" />;
}
