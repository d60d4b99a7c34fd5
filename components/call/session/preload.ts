/** The code of the call, LiveKit with it, comes on its own: only where a call is open. */
export const loadRoom = () => import('./open-room');

let screen: typeof import('@/components/call/stage/in-call')['InCall'] | null = null;

export async function loadInCall() {
  const module = await import('@/components/call/stage/in-call');
  screen = module.InCall;
  return module;
}

/** The call's screen, where its code is there already; null: it is to be waited for. */
export const loadedInCall = () => screen;

/** Starts fetching the call's code; called by a Join button once the call is open. */
export function preloadCall(): void {
  void loadRoom().catch(() => {});
  void loadInCall().catch(() => {});
}
