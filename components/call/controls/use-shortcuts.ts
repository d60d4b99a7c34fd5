import { useEffect } from 'react';

const TYPING = 'input, textarea, select, [contenteditable]';

/** Single keys, unless the person is typing. `keys` maps a lower-case key to its action; it must keep its identity. */
export function useShortcuts(keys: Record<string, () => void>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      keys[event.key.toLowerCase()]?.();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [keys]);
}
