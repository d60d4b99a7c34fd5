import type { FailureCode } from './failure';

type PageEvent = 'pagehide' | 'visibilitychange' | 'enterpictureinpicture' | 'leavepictureinpicture';

/** The page that a call lives in. */
export interface Page {
  /** The reason why no call can be made from here, or null. */
  obstacle(): FailureCode | null;
  /** True while nothing of it can be seen, in no picture in picture either. */
  isHidden(): boolean;
  /** True where this very page was reloaded: it stands where it stood, by nobody's going anywhere. */
  isReload(): boolean;
  on(event: PageEvent, listener: () => void): void;
  off(event: PageEvent, listener: () => void): void;
}

const targetOf = (event: PageEvent) => (event === 'pagehide' ? window : document);

export const browserPage: Page = {
  obstacle() {
    if (!globalThis.isSecureContext) return 'insecure';
    if (!navigator.mediaDevices?.getUserMedia || typeof RTCPeerConnection === 'undefined') return 'unsupported';
    return null;
  },
  // A browser that does not tell of its picture in picture (Firefox) may have one.
  isHidden: () =>
    document.hidden && document.pictureInPictureEnabled !== undefined && !document.pictureInPictureElement,
  isReload() {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    // Pages that were opened from it since then were no reload.
    return navigation?.type === 'reload' && new URL(navigation.name).pathname === location.pathname;
  },
  on: (event, listener) => targetOf(event).addEventListener(event, listener),
  off: (event, listener) => targetOf(event).removeEventListener(event, listener),
};
