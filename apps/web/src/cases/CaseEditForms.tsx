import { EditCase } from './EditCase.tsx';
import { EditClaims } from './EditClaims.tsx';
import { EditParties } from './EditParties.tsx';
import { EditPrecedents } from './EditPrecedents.tsx';
import { EditProceedings } from './EditProceedings.tsx';

/** The forms of a case, in the order of its page. */
export const CaseEditForms = () => (
  <>
    <EditCase />
    <EditProceedings />
    <EditParties />
    <EditClaims />
    <EditPrecedents />
  </>
);
