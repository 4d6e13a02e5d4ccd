import { msg } from '@lingui/core/macro';
import type { Loaded, Loading } from '../page-loader.ts';

export const load = async ({ i18n }: Loading): Promise<Loaded> => ({ title: i18n._(msg`Help`) });
