export interface Size {
  width: number;
  height: number;
}

/** The share of a picture that may be cut away: of a camera's, so that a person is shown large; nothing of a shared screen. */
export const CUT = { camera: 0.5, screen: 0 } as const;

/**
 * The box that shows a picture as large as fits a stage with at most `cut` (a share of it) lost at its edges; the picture covers the box.
 * A wide picture on an upright phone comes out larger than letterboxed, but keeps the face.
 */
export function frame(stage: Size, picture: Size, cut: number): Size {
  if (!picture.width || !picture.height) return stage;
  const across = stage.width / picture.width;
  const down = stage.height / picture.height;
  const scale = Math.min(Math.max(across, down), Math.min(across, down) / (1 - cut));
  return {
    width: Math.round(Math.min(stage.width, picture.width * scale)),
    height: Math.round(Math.min(stage.height, picture.height * scale)),
  };
}
