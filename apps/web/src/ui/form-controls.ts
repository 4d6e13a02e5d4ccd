/** A field as the page calls it: the server and the schemas say `input.goals[0].text`, the page `goals.0.text`. */
export const fieldName = (field: string): string => field.replace(/^input\./u, '').replaceAll(/\[(\d+)\]/gu, '.$1');

type Form = Pick<HTMLElement, 'querySelector'>;
/** The control that a fault is about; a fault deep inside a list belongs to the control of the list, one of a whole list to its first control. */
export function controlOf(form: Form | null, field: string): HTMLElement | null {
  const quoted = (name: string) => name.replaceAll(/["\\]/gu, '\\$&');
  for (let name = field; name; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const found = form?.querySelector<HTMLElement>(`[name="${quoted(name)}"]`);
    if (found) return found;
  }
  return form?.querySelector<HTMLElement>(`[name^="${quoted(field)}."]`) ?? null;
}

/** What the page calls a control: the legend where it is one of several, else its label without "optional". */
export function nameOfControl(control: HTMLElement | null, field: string): string | undefined {
  const one = control as HTMLInputElement | null;
  const words = one?.type === 'radio' || one?.type === 'checkbox' || one?.name.startsWith(`${field}.`) ? one.closest('fieldset')?.querySelector('legend') : one?.labels?.[0];
  return [...(words?.childNodes ?? [])].filter((part) => !(part instanceof Element && part.hasAttribute('data-optional'))).map((part) => part.textContent).join('').trim() || undefined;
}

/** A value of a control in the page's words: the option of a list, the text of a field. */
export function shownIn(control: HTMLElement | null, value: unknown): string {
  const options = [...((control as HTMLSelectElement | null)?.options ?? [])];
  return (Array.isArray(value) ? value : [value]).map((each: unknown) => options.find((option) => option.value === each)?.text ?? (typeof each === 'string' || typeof each === 'number' ? String(each) : JSON.stringify(each) ?? '')).join(', ');
}
