import { UseGuards } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { LegalCase } from '../cases/legal-case.entity.ts';
import { NeedsPerson } from '../platform/needs-person.ts';
import { Today } from './today.entity.ts';
import { TodayService } from './today.service.ts';

@Resolver()
@UseGuards(NeedsPerson)
export class TodayResolver {
  constructor(private readonly service: TodayService) {}
  @Query(() => Today) today() { return this.service.get(); }
  @Query(() => [LegalCase], { description: 'For the Log sheet: in court today first, then the last five.' }) logChoices() { return this.service.logChoices(); }
}
