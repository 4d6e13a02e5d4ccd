import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './Button.module.css';
import { clsx } from './clsx.ts';

interface Look {
  /** brand: the one act of the page · plain · quiet: no edge · danger: deletes · text: reads like a link */
  look?: 'brand' | 'plain' | 'quiet' | 'danger' | 'text';
  size?: 'small' | 'medium' | 'large';
  /** An element of `ui/icons.ts`, spread with `iconProps`. */
  icon?: ReactNode;
  full?: boolean;
  children?: ReactNode;
}
const classOf = ({ look = 'plain', size = 'medium', full, icon, children }: Look, own?: string) =>
  clsx(styles['button'], look !== 'plain' && styles[look], size !== 'medium' && styles[size], full && styles['full'], !!icon && !children && styles['bare'], own);

/** A button. Starts with a verb, names the object; without words it needs an `aria-label`. */
export function Button({ look, size, icon, full, busy, children, className, type = 'button', ref, ...rest }: Look & { busy?: boolean; ref?: Ref<HTMLButtonElement> } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button ref={ref} type={type} className={classOf({ look, size, icon, full, children } as Look, className)} {...(busy ? { 'aria-busy': true, disabled: true } : {})} {...rest}>
      {icon}{children}
    </button>
  );
}

function Anchor({ look, size, icon, full, children, className, ref, ...rest }: Look & { ref?: Ref<HTMLAnchorElement> } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a ref={ref} className={classOf({ look, size, icon, full, children } as Look, className)} {...rest}>{icon}{children}</a>;
}
/** Looks like a button, goes somewhere: takes `to`, `params`, `search` of the router. */
export const LinkButton = createLink(Anchor);
/** The same for addresses outside the router, such as exports. */
export const DownloadButton = Anchor;
