import { later } from '../ui/later.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';

/** What the courts of a case decided. */
export const CaseDecisionsPage = later(() => import('./CaseDecisions.tsx').then((m) => m.CaseDecisions), <SkeletonRows rows={6} />);
