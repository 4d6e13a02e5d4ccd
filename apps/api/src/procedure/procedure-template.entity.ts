import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of a procedure template, whole, as it was shipped. */
@Entity({ name: 'procedure_template', schema: 'app' })
export class ProcedureTemplateRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @PrimaryColumn({ type: 'int' }) version!: number;
  @Column({ type: 'jsonb' }) body!: Record<string, unknown>;
  @Column({ type: 'boolean' }) shipped!: boolean;
}

@ObjectType({ description: 'Where a stage leads out of its proceeding: the link the next one has to this, and the procedure it follows where that is known.' })
export class StageDoor {
  @Field(() => String) link!: string;
  @Field(() => String, { nullable: true }) to!: string | null;
}
@ObjectType({ description: 'A stage of a procedure; the word is the forum\'s own, where it is firm.' })
export class ProcedureStage {
  @Field(() => String) code!: string;
  @Field(() => String, { nullable: true }) word!: string | null;
  @Field(() => String, { nullable: true }) lang!: string | null;
  @Field(() => Boolean, { description: 'May be passed over.' }) optional!: boolean;
  @Field(() => Boolean, { description: 'Possible at any time, after which the matter goes on from where it was.' }) anyTime!: boolean;
  @Field(() => Boolean, { description: 'The matter may rest here for good.' }) end!: boolean;
  @Field(() => [String]) variants!: string[];
  @Field(() => StageDoor, { nullable: true }) leavesTo!: StageDoor | null;
}
@ObjectType({ description: 'One walk of a procedure template, in the version that a proceeding follows.' })
export class ProcedureTrack {
  @Field(() => String, { description: '`SM-CL/petition`' }) key!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) name!: string;
  @Field(() => String) templateName!: string;
  @Field(() => String) source!: string;
  @Field(() => String) verification!: string;
  @Field(() => [String], { description: 'What has to be known of this forum, as codes.' }) notes!: string[];
  @Field(() => Boolean, { description: 'It fits the court that was asked for.' }) fits!: boolean;
  @Field(() => [ProcedureStage]) stages!: ProcedureStage[];
}
@ObjectType({ description: 'A stage the matter can go to; `over` comes first and can be recorded with the day not known.' })
export class StageChoice {
  @Field(() => ProcedureStage) stage!: ProcedureStage;
  @Field(() => [String]) over!: string[];
}
