import { later } from '../ui/later.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';

/** What is attacked in a case, and what became of it. */
export const CaseClaimsPage = later(() => import('./CaseClaims.tsx').then((m) => m.CaseClaims), <SkeletonRows rows={6} />);
