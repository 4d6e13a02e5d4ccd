import { CaseLevel, CaseResult, CaseStatus, line, slug } from '@amparo/domain';
import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { z } from 'zod';
import { PageInfo } from '../platform/page-info.ts';
import { LegalCase } from './legal-case.entity.ts';

const some = <T extends z.ZodType>(of: T) => z.array(of).max(50).nullish();
export const caseSorts = ['updated', 'decided', 'name', 'next'] as const;
/** What a list of cases may be narrowed by; unknown codes are refused, not ignored. */
export const caseFilter = z.strictObject({
  text: line(200).nullish(), countries: some(line(16)), statuses: some(z.enum(CaseStatus)), results: some(z.enum(CaseResult)), levels: some(z.enum(CaseLevel)), systems: some(slug),
  mine: z.boolean().nullish(), archived: z.boolean().nullish(), sort: z.enum(caseSorts).nullish(),
}).nullish();
export type CaseFilterValues = NonNullable<z.output<typeof caseFilter>>;

@InputType()
export class CaseFilter {
  @Field(() => String, { nullable: true }) text?: string;
  @Field(() => [String], { nullable: true }) countries?: string[];
  @Field(() => [String], { nullable: true }) statuses?: string[];
  @Field(() => [String], { nullable: true }) results?: string[];
  @Field(() => [CaseLevel], { nullable: true }) levels?: CaseLevel[];
  @Field(() => [String], { nullable: true }) systems?: string[];
  @Field(() => Boolean, { nullable: true, description: 'Only those on whose team one is.' }) mine?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'The archive instead of the current cases.' }) archived?: boolean;
  @Field(() => String, { nullable: true, description: 'updated (default), decided, name or next' }) sort?: string;
}

@ObjectType({ description: 'Cases one may read. Facets: country, status, result, level, system; each counts without its own choice.' })
export class CaseConnection {
  @Field(() => [LegalCase]) nodes!: LegalCase[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
  /** What was asked, for those who want counts. */
  filter!: CaseFilterValues;
}
