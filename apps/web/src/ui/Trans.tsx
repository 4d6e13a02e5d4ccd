import { Trans as LinguiTrans, type TransProps } from '@lingui/react';

/** A value with an angle bracket is text that somebody typed, never a tag of the message: as a node of its own it is left alone. */
const apart = (value: unknown) => (typeof value === 'string' && value.includes('<') ? <>{value}</> : value);

/** What every `<Trans>` macro becomes (`runtimeConfigModule` in lingui.config.ts). */
export function Trans(props: TransProps) {
  const { values } = props;
  return values && Object.values(values).some((value) => typeof value === 'string' && value.includes('<'))
    ? <LinguiTrans {...props} values={Object.fromEntries(Object.entries(values).map(([name, value]) => [name, apart(value)]))} />
    : <LinguiTrans {...props} />;
}
