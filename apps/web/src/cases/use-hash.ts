import { useEffect } from 'react';

/** Goes to the part the address names, once it stands there: what comes after the page itself is not there yet when the router looks. */
export function useHash(): void {
  useEffect(() => { document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView(); }, []);
}
