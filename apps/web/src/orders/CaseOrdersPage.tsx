import { later } from '../ui/later.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';

/** What the courts of a case ordered. */
export const CaseOrdersPage = later(() => import('./CaseOrders.tsx').then((m) => m.CaseOrders), <SkeletonRows rows={6} />);
