import { msg } from '@lingui/core/macro';
import type { Loader, Loading } from '../page-loader.ts';

export const load = (({ i18n }: Loading) => Promise.resolve({ title: i18n._(msg`Your one-time link`) })) satisfies Loader;
