'use client';

import { useRef } from 'react';

// crypto.randomUUID is missing on addresses without https.
const random = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** An idempotency key for each body: the same one sent again, after a lost connection, is the same request; another one is not. */
export function useBookingKey(): (body: string) => string {
  const last = useRef({ body: '', key: '' });
  return (body) => {
    if (last.current.body !== body) last.current = { body, key: random() };
    return last.current.key;
  };
}
