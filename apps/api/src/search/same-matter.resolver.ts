import { line, sameMatters, slug } from '@amparo/domain';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { Db } from '../platform/db.ts';
import { ZodPipe } from '../platform/zod.pipe.ts';
import { ProceedingService } from '../proceedings/proceeding.service.ts';
import { SameMatter } from './same-matter.entity.ts';

const numbersPipe = new ZodPipe(z.array(line(120)).min(1).max(10));

@Resolver()
export class SameMatterResolver {
  constructor(private readonly db: Db, private readonly cases: LegalCaseService, private readonly proceedings: ProceedingService) {}

  /** Asks the registry's figures first: they are what two printings of one number share. */
  @Query(() => [SameMatter], { description: 'Asked before a number is entered: is this matter on file already, as far as one may read?' })
  async sameMatters(@Args('courtSlug', { type: () => String }, new ZodPipe(slug)) courtSlug: string, @Args('numbers', { type: () => [String] }, numbersPipe) numbers: string[]): Promise<SameMatter[]> {
    const figures = numbers.flatMap((n) => n.match(/\d+/gu)?.map((f) => f.replace(/^0+(?=\d)/u, '')) ?? []);
    const rows = await this.db.sql<{ id: string; of: string; values: string[] }>(
      `select p.id, p.legal_case_id as of, array_agg(n.value order by n.id) as values from app.proceeding p join app.court c on c.id = p.court_id and c.slug = $1
         join app.proceeding_identifier n on n.legal_case_id = p.legal_case_id and n.proceeding_id = p.id
       where exists (select from app.proceeding_identifier m where m.legal_case_id = p.legal_case_id and m.proceeding_id = p.id and ' ' || m.normalised || ' ' like any ($2::text[])) group by p.id, p.legal_case_id, p.created_at order by p.created_at limit 200`,
      [courtSlug, figures.map((f) => `% ${f} %`)]);
    const found = sameMatters({ courtSlug, numbers }, rows.map((r) => ({ ...r, courtSlug, identifiers: r.values.map((value) => ({ value })) })));
    const shown = await Promise.all(found.map(async ({ how, proceeding: { id, of } }) => {
      const [proceeding, legalCase] = await Promise.all([this.proceedings.byId(id), this.cases.byId(of)]);
      return proceeding && legalCase ? [{ how, proceeding, legalCase }] : [];
    }));
    return shown.flat();
  }
}
