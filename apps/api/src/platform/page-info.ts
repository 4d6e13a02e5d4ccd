import { Field, ObjectType } from '@nestjs/graphql';

/** Every list ends the same way: where the page ended, and whether there is more. */
@ObjectType()
export class PageInfo {
  @Field(() => String, { nullable: true }) endCursor!: string | null;
  @Field(() => Boolean) hasNextPage!: boolean;
}
