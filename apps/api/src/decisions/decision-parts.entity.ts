import { CitationType, DateBasis, OpinionType, PanelPart, TextStatus, TextVersion } from '@amparo/domain';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import '../vocabulary/enums.ts';

/** What a decision consists of. Each is one class for the answer and the input: what was written is what is read. */
@ObjectType({ description: 'One of the days a decision has. `used`: the one that counts where there is room for one.' })
@InputType('DecisionDateInput')
export class DecisionDate {
  @Field(() => String, { description: 'EDTF.' }) on!: string;
  @Field(() => DateBasis) basis!: DateBasis;
  @Field(() => String, { nullable: true }) timeZone?: string | null | undefined;
  @Field(() => String, { nullable: true }) source?: string | null | undefined;
  @Field(() => Boolean, { nullable: true }) used?: boolean | null | undefined;
}
@ObjectType() @InputType('DecisionCitationInput')
export class DecisionCitation {
  @Field(() => CitationType) type!: CitationType;
  @Field(() => String) value!: string;
  @Field(() => Boolean, { nullable: true }) preferred?: boolean | null | undefined;
  @Field(() => String, { nullable: true }) source?: string | null | undefined;
}
@ObjectType({ description: 'The text in one language. Authentic languages are equal; a translation is authentic only where a source says so.' })
@InputType('DecisionExpressionInput')
export class DecisionExpression {
  @Field(() => String, { description: 'BCP 47.' }) language!: string;
  @Field(() => TextVersion) version!: TextVersion;
  @Field(() => TextStatus) status!: TextStatus;
  @Field(() => String, { nullable: true }) translator?: string | null | undefined;
  @Field(() => String, { nullable: true }) source?: string | null | undefined;
  @Field(() => String, { nullable: true }) url?: string | null | undefined;
  @Field(() => String, { nullable: true }) sha256?: string | null | undefined;
}
@ObjectType({ description: 'Where authentic texts say different things. The note stands beside both; neither is mended.' })
@InputType('LanguageConflictInput')
export class LanguageConflict {
  @Field(() => Int) paragraph!: number;
  @Field(() => [String]) languages!: string[];
  @Field(() => String) note!: string;
}
@ObjectType() @InputType('DecisionJudgeInput')
export class DecisionJudge {
  @Field(() => String) name!: string;
  @Field(() => PanelPart, { defaultValue: PanelPart.sat }) part!: PanelPart;
  @Field(() => Boolean, { nullable: true }) presiding?: boolean | null | undefined;
  @Field(() => Boolean, { nullable: true }) author?: boolean | null | undefined;
}
@ObjectType({ description: 'A vote is on an issue; it sums to those who sat.' })
@InputType('DecisionVoteInput')
export class DecisionVote {
  @Field(() => String) issue!: string;
  @Field(() => Int) for!: number;
  @Field(() => Int) against!: number;
}
@InputType()
export class OpinionInput {
  @Field(() => ID, { nullable: true, description: 'Of an opinion that is there already: what rests on it stays. One that is left out is taken away.' }) id?: string;
  @Field(() => OpinionType) type!: OpinionType;
  @Field(() => [String], { nullable: true, description: 'Empty for the court speaking as one.' }) authors?: string[];
  @Field(() => [String], { nullable: true }) joiners?: string[];
  @Field(() => Int, { nullable: true }) fromParagraph?: number;
  @Field(() => Int, { nullable: true }) toParagraph?: number;
  @Field(() => String, { nullable: true }) summary?: string;
}
@InputType({ description: 'A place in a decision: the paragraph first, a page where there are none; `opinion` counts from 0.' })
export class PinpointInput {
  @Field(() => Int, { nullable: true }) paragraph?: number;
  @Field(() => Int, { nullable: true }) page?: number;
  @Field(() => Int, { nullable: true }) opinion?: number;
  @Field(() => String, { nullable: true }) language?: string;
}
