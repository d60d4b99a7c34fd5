import { useEffect, useState } from 'react';
import { CallSession, type SessionOptions } from './session';

/** One session as long as the page is there. */
export function useSession(options: SessionOptions): CallSession {
  const [session] = useState(() => new CallSession(options));
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
