import { CasePageDocument } from '../gql/graphql.ts';
import { found, type Loaded, type Loading, warm } from '../page-loader.ts';
import { nameOf } from './case-types.ts';

/** Reads the case before its page is shown; what is not there and what one may not read are the same page. */
export async function load({ apollo, params }: Loading<{ id: string }>): Promise<Loaded> {
  const { legalCase } = await warm(apollo, CasePageDocument, { id: params.id });
  return { title: nameOf(found(legalCase)) };
}
