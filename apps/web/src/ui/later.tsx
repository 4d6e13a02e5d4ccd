import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';

/**
 * A part whose code comes after the page itself. The server sends what it says at once, and the browser takes it over a moment later.
 * A load that failed is tried anew when the part is shown the next time.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, meanwhile: ReactNode = null): ComponentType<Props> {
  const attempt = () => lazy(async () => {
    try {
      return { default: await load() };
    } catch (e) {
      Part = attempt();
      throw e;
    }
  });
  let Part: ComponentType<any> = attempt();
  return (props) => <Suspense fallback={meanwhile}><Part {...props} /></Suspense>;
}
