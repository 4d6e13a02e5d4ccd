import { Trans } from '@lingui/react/macro';
import { type ComponentType, createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useReducer } from 'react';
import { Button } from './Button.tsx';
import { useToast } from './Toast.tsx';

const Again = createContext<() => void>(() => undefined);

/**
 * A part whose code comes after the page itself. The server sends what it says at once, and the browser takes it over a moment later.
 * A load that fails says so where the part would stand (a dialog: in a toast), the page stays, and the part can be asked for again.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, meanwhile: ReactNode = null): ComponentType<Props> {
  const attempt = (): ComponentType<any> => lazy(() => load().then((part): { default: ComponentType<any> } => ({ default: part }), () => {
    Part = attempt();
    return { default: Unreached };
  }));
  let Part = attempt();
  return function Later(props) {
    const [, again] = useReducer((times: number) => times + 1, 0);
    return <Again value={again}><Suspense fallback={meanwhile}><Part {...props} /></Suspense></Again>;
  };
}

function Unreached({ onClose }: { onClose?(): void }) {
  const again = useContext(Again);
  const toast = useToast();
  useEffect(() => {
    if (!onClose) return;
    toast({ alarm: true, words: <Offline /> });
    onClose();
  }, [onClose, toast]);
  return onClose ? null : <p role="alert"><Offline /> <Button look="text" onClick={again}><Trans>Try again</Trans></Button></p>;
}
const Offline = () => <Trans>The server cannot be reached. Nothing is lost. Try again when there is a signal.</Trans>;
