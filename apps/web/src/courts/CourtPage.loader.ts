import { CourtPageDocument } from '../gql/graphql.ts';
import { found, type Loaded, type Loading, warm } from '../page-loader.ts';

export async function load({ apollo, params: { slug } }: Loading<{ slug: string }>): Promise<Loaded> {
  const { court } = await warm(apollo, CourtPageDocument, { slug });
  return { title: found(court).name };
}
