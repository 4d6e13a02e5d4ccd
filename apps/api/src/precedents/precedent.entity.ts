import { CaseResult } from '@amparo/domain';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Source } from '../systems/id-system.entity.ts';
import type { PrecedentEvent, PrecedentParties, PrecedentRemedy, PrecedentSystem } from './precedent-parts.entity.ts';
import '../vocabulary/enums.ts';

/**
 * A decision of the reference library. Lists read the narrow columns; what stands on the record's own page alone is not
 * selected unless asked for, and comes in one statement for all records of an answer (`PrecedentService.whole`).
 */
@ObjectType({ description: 'A decision of the reference library: public record, not reviewed by two members. null means not known.' })
@Entity({ name: 'precedent', schema: 'app' })
export class Precedent {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id!: string;
  @Field(() => String) @Column({ type: 'text' }) slug!: string;
  @Column({ type: 'int' }) ordinal!: number;
  @Field(() => String) @Column({ type: 'text', name: 'short_name' }) shortName!: string;
  @Field(() => String) @Column({ type: 'text' }) title!: string;
  @Field(() => String) @Column({ type: 'text' }) country!: string;
  @Field(() => [String]) @Column({ type: 'text', array: true, name: 'respondent_states' }) respondentStates!: string[];
  @Column({ type: 'uuid', name: 'court_id' }) courtId!: string;
  @Field(() => String) @Column({ type: 'text', name: 'court_name' }) courtName!: string;
  @Field(() => String) @Column({ type: 'text', name: 'court_level' }) courtLevel!: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'docket_number', nullable: true }) docketNumber!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'neutral_citation', nullable: true }) neutralCitation!: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) ecli!: string | null;
  @Field(() => String, { description: 'Which role defends the rights at stake.' }) @Column({ type: 'text', name: 'claimant_side' }) claimantSide!: string;
  @Field(() => String, { nullable: true, description: 'A legal date (EDTF).' }) @Column({ type: 'text', name: 'filed_edtf', nullable: true }) filedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'A legal date (EDTF).' }) @Column({ type: 'text', name: 'decided_edtf', nullable: true }) decidedOn!: string | null;
  @Column({ type: 'text', name: 'decided_key' }) decidedKey!: string;
  @Column({ type: 'uuid', name: 'id_system_id', nullable: true }) idSystemId!: string | null;
  @Field(() => String, { description: 'What happened to the measure or claim.' }) @Column({ type: 'text' }) outcome!: string;
  @Field(() => String, { description: 'The same from the side of the rights, in the code of the file.' }) @Column({ type: 'text', name: 'for_claimant' }) forClaimant!: string;
  @Field(() => CaseResult, { description: 'Derived: a matter that ended without a ruling on the merits is neither won nor lost.' }) @Column({ type: 'text' }) result!: CaseResult;
  @Field(() => String) @Column({ type: 'text' }) confidence!: string;

  @Column({ type: 'jsonb', select: false }) judges!: string[];
  @Column({ type: 'jsonb', name: 'other_citations', select: false }) otherCitations!: string[];
  @Column({ type: 'jsonb', select: false }) parties!: PrecedentParties;
  @Column({ type: 'jsonb', name: 'id_system', select: false }) system!: PrecedentSystem;
  @Column({ type: 'jsonb', select: false }) issues!: string[];
  @Column({ type: 'jsonb', select: false }) remedies!: PrecedentRemedy[];
  @Column({ type: 'text', select: false }) summary!: string;
  @Column({ type: 'jsonb', select: false }) timeline!: PrecedentEvent[];
  @Column({ type: 'text', array: true, select: false }) languages!: string[];
  @Column({ type: 'jsonb', select: false }) sources!: Source[];
  @Column({ type: 'jsonb', select: false }) unverified!: string[];
  @Column({ type: 'text', nullable: true, select: false }) notes!: string | null;
  @Column({ type: 'json', name: 'extra', select: false }) leftovers!: Record<string, unknown>;
  @Column({ type: 'text', select: false }) fingerprint!: string;
  @Column({ type: 'timestamptz', name: 'imported_at', select: false }) importedAt!: Date;
  @Column({ type: 'tsvector', select: false, insert: false, update: false }) tsv!: string;
}

/** The columns that `PrecedentService.whole` brings. */
export type PrecedentText = Pick<Precedent, 'id' | 'judges' | 'otherCitations' | 'parties' | 'system' | 'issues' | 'remedies' | 'summary' | 'timeline' | 'languages' | 'sources' | 'unverified' | 'notes' | 'leftovers'>;
export const textColumns = ['id', 'judges', 'otherCitations', 'parties', 'system', 'issues', 'remedies', 'summary', 'timeline', 'languages', 'sources', 'unverified', 'notes', 'leftovers'] as const satisfies readonly (keyof PrecedentText)[];
