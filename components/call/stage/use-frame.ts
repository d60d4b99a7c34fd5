import { type RefObject, useLayoutEffect, useState } from 'react';
import { frame, type Size } from './frame';

/** The box for the video inside a stage, following both as they change. */
export function useFrame(stage: RefObject<HTMLElement | null>, cut: number): Size | null {
  const [box, setBox] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const element = stage.current;
    const video = element?.querySelector('video');
    if (!element || !video) return;
    const measure = () => {
      const next = frame(
        { width: element.clientWidth, height: element.clientHeight },
        { width: video.videoWidth, height: video.videoHeight },
        cut,
      );
      setBox((box) => (box?.width === next.width && box.height === next.height ? box : next));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    video.addEventListener('resize', measure);
    video.addEventListener('loadedmetadata', measure);
    measure();
    return () => {
      observer.disconnect();
      video.removeEventListener('resize', measure);
      video.removeEventListener('loadedmetadata', measure);
    };
  }, [stage, cut]);
  return box;
}
