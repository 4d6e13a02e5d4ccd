
import { Query, Resolver } from '@nestjs/graphql';
import { LegalCase } from '../cases/legal-case.entity.ts';
import { Today } from './today.entity.ts';
import { TodayService } from './today.service.ts';

@Resolver()
export class TodayResolver {
  constructor(private readonly service: TodayService) {}
  @Query(() => Today) today() { return this.service.get(); }
  @Query(() => [LegalCase], { description: 'For the Log sheet: in court today first, then the last five.' }) logChoices() { return this.service.logChoices(); }
}
