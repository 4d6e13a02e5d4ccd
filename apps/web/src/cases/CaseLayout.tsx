import { Outlet } from '@tanstack/react-router';

export function CaseLayout() {
  return <Outlet />;
}
