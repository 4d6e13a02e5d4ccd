import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ReactNode } from 'react';
import { IconBook2, IconBuildingBank, IconCalendar, IconColumns3, IconFolders, IconGavel, IconId, IconSun, iconProps, IconUserExclamation } from '../ui/icons.ts';

export interface Place { to: '/today' | '/calendar' | '/cases' | '/orders' | '/precedents' | '/precedents/compare' | '/systems' | '/courts' | '/harms'; label: MessageDescriptor; icon: ReactNode; keys?: string; personal?: boolean }

/** The places of the product, in the order people look for them. Nothing else is top level. */
export const places: readonly Place[] = [
  { to: '/today', label: msg`Today`, icon: <IconSun {...iconProps} />, keys: 'G T', personal: true },
  { to: '/calendar', label: msg`Calendar`, icon: <IconCalendar {...iconProps} />, keys: 'G K', personal: true },
  { to: '/cases', label: msg`Cases`, icon: <IconFolders {...iconProps} />, keys: 'G C', personal: true },
  { to: '/orders', label: msg`Orders`, icon: <IconGavel {...iconProps} />, keys: 'G R', personal: true },
  { to: '/precedents', label: msg`Precedents`, icon: <IconBook2 {...iconProps} />, keys: 'G P' },
  { to: '/precedents/compare', label: msg`Compare`, icon: <IconColumns3 {...iconProps} />, keys: 'G M' },
  { to: '/systems', label: msg`ID systems`, icon: <IconId {...iconProps} />, keys: 'G O' },
  { to: '/courts', label: msg`Courts`, icon: <IconBuildingBank {...iconProps} />, keys: 'G U' },
  { to: '/harms', label: msg`Harms`, icon: <IconUserExclamation {...iconProps} />, keys: 'G H', personal: true },
];
const rail = ['/today', '/calendar', '/cases', '/orders', '/precedents', '/systems', '/courts', '/harms'];
export const railPlaces = places.filter(({ to }) => rail.includes(to));
/** On a phone these stand at the bottom, the rest behind "More". */
export const phonePlaces = places.filter(({ to }) => ['/today', '/cases', '/precedents'].includes(to));
export const publicPlaces = places.filter(({ personal }) => !personal);
