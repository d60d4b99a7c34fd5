import { inject } from 'vitest';

/** The settings that lead to the run's livekit-server; it makes no room by itself and calls no webhook. */
export const livekitEnv = () => inject('livekit');
