import { useEffect, useState } from 'react';
import { browserDevices } from '@/components/call/devices/devices';
import { Memory } from './memory';
import { browserPage } from './page';
import { loadRoom, preloadCall } from './preload';
import { CallSession, type SessionOptions, type SessionParts } from './session';
import { requestTicket } from './ticket';

const PARTS: SessionParts = {
  page: browserPage,
  devices: browserDevices,
  memory: new Memory({ tab: () => sessionStorage, browser: () => localStorage }),
  requestTicket,
  loadRoom,
  preload: preloadCall,
};

/** One session as long as the page is there. */
export function useSession(options: SessionOptions): CallSession {
  const [session] = useState(() => new CallSession(options, PARTS));
  useEffect(() => {
    // Not at once: StrictMode takes its first mount back, and nothing must have been opened by then.
    const timer = setTimeout(session.start);
    return () => {
      clearTimeout(timer);
      session.stop();
    };
  }, [session]);
  return session;
}
