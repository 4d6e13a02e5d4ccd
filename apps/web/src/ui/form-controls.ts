/** A field as the page calls it: the server and the schemas say `input.goals[0].text`, the page `goals.0.text`. */
export const fieldName = (field: string): string => field.replace(/^input\./u, '').replaceAll(/\[(\d+)\]/gu, '.$1');

type Form = Pick<HTMLElement, 'querySelector'>;
/** The control that a fault is about; a fault deep inside a list belongs to the control of the list. */
export function controlOf(form: Form | null, field: string): HTMLElement | null {
  for (let name = field; name; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const found = form?.querySelector<HTMLElement>(`[name="${name.replaceAll(/["\\]/gu, '\\$&')}"]`);
    if (found) return found;
  }
  return null;
}

/** What the page calls a control: its legend where it is one of several, else its label without "optional". */
export function nameOfControl(control: HTMLElement | null): string | undefined {
  const one = control as HTMLInputElement | null;
  const words = one?.type === 'radio' || one?.type === 'checkbox' ? one.closest('fieldset')?.querySelector('legend') : one?.labels?.[0];
  return (words?.firstChild?.textContent ?? words?.textContent)?.trim() || undefined;
}
