import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void) {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
}

const toggle = () =>
  void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(
    // The browser would rather not: everything stays where it is.
    () => {},
  );

/** The page on the whole screen; null where the browser gives pages none (an iPhone). */
export function useFullScreen(): { isOn: boolean; toggle: () => void } | null {
  const isOn = useSyncExternalStore(
    subscribe,
    () => document.fullscreenElement !== null,
    () => false,
  );
  return document.fullscreenEnabled ? { isOn, toggle } : null;
}
