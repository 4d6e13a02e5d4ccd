import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { type Actor, hasPerson } from './db.ts';
import { AppError } from './errors.ts';

const PUBLIC = 'amparo:public';
/** Public record, or the way in: open without a person. Whoever forgets to say so has made a closed door. */
export const Public = () => SetMetadata(PUBLIC, true);

/** The one door of every operation and route: is there a person? Which rows they see is for the database to say. */
@Injectable()
export class NeedsPerson implements CanActivate {
  constructor(private readonly reflector: Reflector) {}
  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const there = context.getType<string>() === 'graphql' ? !!GqlExecutionContext.create(context).getContext<{ actor?: Actor }>().actor?.token : hasPerson();
    if (!there) throw new AppError('UNAUTHENTICATED');
    return true;
  }
}
