/** The code of the call, LiveKit with it, comes on its own: only where a call is open. */
export const loadRoom = () => import('./room');
export const loadInCall = () => import('./in-call');

/** Starts fetching what the call needs; said by a Join button once the call is open. */
export function preloadCall(): void {
  void loadRoom().catch(() => {});
  void loadInCall().catch(() => {});
}
