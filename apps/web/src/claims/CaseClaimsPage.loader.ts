import { msg } from '@lingui/core/macro';
import { CaseClaimsPageDocument } from '../gql/graphql.ts';
import { found, type Loaded, type Loading, warm } from '../page-loader.ts';

export async function load({ apollo, i18n, params }: Loading<{ id: string }>): Promise<Loaded> {
  found((await warm(apollo, CaseClaimsPageDocument, { id: params.id })).legalCase);
  return { title: i18n._(msg`Claims`) };
}
