import { twoNotes } from '@/components/call/door/sound/notes';
import { play, sendTo } from '@/components/call/door/sound/playback';

/** Soft: somebody may be speaking. */
const LOUD = 0.15;

/** Plays two notes on a speaker (its id; undefined: the system's). @throws where the browser cannot */
export async function chime(speaker: string | undefined): Promise<void> {
  const over = new AbortController();
  try {
    const audio = new Audio();
    const { stream, sound } = twoNotes(over.signal, LOUD);
    await sendTo(audio, speaker);
    await play(audio, stream, over.signal);
    await sound();
  } finally {
    over.abort();
  }
}
