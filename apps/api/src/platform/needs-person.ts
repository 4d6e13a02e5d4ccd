import { type CanActivate, Injectable } from '@nestjs/common';
import { hasPerson } from './db.ts';
import { AppError } from './errors.ts';

/** At the door of everything that is not public record: is there a person? Which rows they see is for the database to say. */
@Injectable()
export class NeedsPerson implements CanActivate {
  canActivate(): boolean {
    if (!hasPerson()) throw new AppError('UNAUTHENTICATED');
    return true;
  }
}
