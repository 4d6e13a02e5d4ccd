import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PageInfo } from '../platform/page-info.ts';

@ObjectType({ description: 'One change, written by the database itself. was and became are JSON text with what differs.' })
export class ChangeEntry {
  @Field(() => ID) id!: string;
  @Field(() => String) tableName!: string;
  @Field(() => ID) rowId!: string;
  @Field(() => String, { description: 'add, change or remove' }) op!: string;
  @Field(() => String, { nullable: true }) was!: string | null;
  @Field(() => String, { nullable: true }) became!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of who did it, where you may see that person.' }) actor!: string | null;
  @Field(() => Boolean, { description: 'Done on the host, by a command or a job.' }) operator!: boolean;
  @Field(() => Boolean) teamOnly!: boolean;
  @Field(() => Date) at!: Date;
}
@ObjectType()
export class ChangeConnection {
  @Field(() => [ChangeEntry]) nodes!: ChangeEntry[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType({ description: 'Something of a case you may read has changed. Ids only: read it again.' })
export class CaseChanged {
  @Field(() => ID) id!: string;
  @Field(() => String) table!: string;
  @Field(() => ID) rowId!: string;
  @Field(() => String, { description: 'add, change or remove' }) kind!: string;
}
