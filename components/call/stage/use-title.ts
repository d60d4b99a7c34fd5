import { useEffect } from 'react';

/** The title of the page, which was made before and may name someone who has handed the visit over since. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
