import { Field, ObjectType } from '@nestjs/graphql';
import { Concept } from './concept.entity.ts';

@ObjectType({ description: 'What the library knows of one harm or right, the kinds below it included.' })
export class ConceptPage {
  @Field(() => Concept) concept!: Concept;
  /** The concept and everything below it. */
  family!: string[];
  /** Records that speak of it, newest first. */
  precedentIds!: string[];
}
