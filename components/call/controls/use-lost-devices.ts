import { useEffect } from 'react';
import type { LocalMedia } from '@/components/call/devices/local-media';
import { told } from '@/components/call/devices/media-problem';
import type { Trouble } from './controls';

/** Tells of a camera or microphone that went by itself and is not to be had again: pulled out, or forbidden in the middle of the call. */
export function useLostDevices(media: LocalMedia, onTrouble: (what: Trouble) => void) {
  useEffect(() => {
    const follow = ({ store }: LocalMedia['camera']) => {
      let had = false;
      const look = () => {
        const state = store.get();
        if (state.track) had = true;
        else if (!state.on) had = false;
        else if (told(state) !== null) {
          if (had) onTrouble('device');
          had = false;
        }
      };
      look();
      return store.subscribe(look);
    };
    const stops = [follow(media.camera), follow(media.microphone)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [media, onTrouble]);
}
