import styles from './Kbd.module.css';

/** Keys as they stand on the keyboard; hidden from readers where the name of the control says enough. */
export function Kbd({ keys }: { keys: string }) {
  return <span dir="ltr">{keys.split(' ').map((key) => <kbd key={key} className={styles['kbd']}>{key === 'Mod' ? 'Ctrl' : key}</kbd>)}</span>;
}
