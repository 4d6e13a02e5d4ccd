/** Joins the class names that are there. */
export const clsx = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');
