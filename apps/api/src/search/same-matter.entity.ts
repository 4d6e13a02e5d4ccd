import { Field, ObjectType } from '@nestjs/graphql';
import { LegalCase } from '../cases/legal-case.entity.ts';
import { Proceeding } from '../proceedings/proceeding.entity.ts';

@ObjectType({ description: 'A proceeding on file that carries one of these numbers in this court: link to it instead of making the case twice.' })
export class SameMatter {
  @Field(() => String, { description: 'same: one number, printed twice; perhaps: the figures agree and one of the two leaves its words out.' }) how!: string;
  @Field(() => Proceeding) proceeding!: Proceeding;
  @Field(() => LegalCase) legalCase!: LegalCase;
}
