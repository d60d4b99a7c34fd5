export const cameraConstraints = (deviceId?: string): MediaTrackConstraints => ({
  width: { ideal: 1280 },
  height: { ideal: 720 },
  ...(deviceId ? { deviceId: { ideal: deviceId } } : { facingMode: 'user' }),
});

export const microphoneConstraints = (deviceId?: string): MediaTrackConstraints => ({
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  ...(deviceId && { deviceId: { ideal: deviceId } }),
});
