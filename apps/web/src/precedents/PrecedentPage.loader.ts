import { PrecedentPageDocument } from '../gql/graphql.ts';
import { found, type Loaded, type Loading, warm } from '../page-loader.ts';

export async function load({ apollo, params: { slug } }: Loading<{ slug: string }>): Promise<Loaded> {
  const { precedent } = await warm(apollo, PrecedentPageDocument, { slug });
  return { title: found(precedent).shortName };
}
