import { Page } from '../ui/Page.tsx';

export function CasePeoplePage() {
  return <Page title="CasePeople" />;
}
