import { useSyncExternalStore } from 'react';
import type { Store } from './store';

export const useStore = <T>(store: Store<T>): T => useSyncExternalStore(store.subscribe, store.get, store.get);

/** A part of a store's value: drawn again only when the part is another. `select` returns a part, or a value that Object.is can compare. */
export function useSelected<T, V>(store: Store<T>, select: (value: T) => V): V {
  const read = () => select(store.get());
  return useSyncExternalStore(store.subscribe, read, read);
}
