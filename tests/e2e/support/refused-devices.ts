// What follows runs in the page.

/** The browser does not allow devices any more, as when somebody changed the site's permission, until `allow` is called. */
export function forbid() {
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async () => {
    throw new DOMException('', 'NotAllowedError');
  };
  Object.assign(globalThis, { allow: () => Object.assign(mediaDevices, { getUserMedia: open }) });
}

/** Another program holds the camera until the event `camera-let-go`: none on this machine could take Chromium's fake one. */
export function holdCamera() {
  const open = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
  let held = true;
  addEventListener('camera-let-go', () => {
    held = false;
  });
  if (!open) return;
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    if (held && constraints?.video) throw new DOMException('Could not start video source', 'NotReadableError');
    return open(constraints);
  };
}
