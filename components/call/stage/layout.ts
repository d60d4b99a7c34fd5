/** The people to be drawn, by identity, without oneself. */
export interface Scene {
  /** In the order in which they came. */
  here: readonly string[];
  /** Those whose screen can be seen. */
  sharing: readonly string[];
  /** The person who spoke last. */
  speaker: string | null;
  /** The person chosen to be seen large. */
  pinned: string | null;
}

/** The arrangement of the stage: `beside` are drawn small. */
export type Layout =
  | { kind: 'waiting' }
  | { kind: 'faces'; large: readonly string[]; beside: readonly string[] }
  | { kind: 'screen'; identity: string; beside: readonly string[] };

/** More than this many would be too small to read a face, if all were drawn alike. */
const ALIKE = 4;

/** A screen comes before faces, a chosen person before all others, and in a crowd the one who speaks is seen large. */
export function layout({ here, sharing, speaker, pinned }: Scene): Layout {
  const [first] = here;
  if (first === undefined) return { kind: 'waiting' };
  const without = (identity: string) => here.filter((other) => other !== identity);
  const screens = here.filter((identity) => sharing.includes(identity));
  const screen = screens.find((identity) => identity === pinned) ?? screens[0];
  if (screen !== undefined) return { kind: 'screen', identity: screen, beside: [screen, ...without(screen)] };
  const chosen = here.find((identity) => identity === pinned);
  if (chosen === undefined && here.length <= ALIKE) return { kind: 'faces', large: here, beside: [] };
  const large = chosen ?? here.find((identity) => identity === speaker) ?? first;
  return { kind: 'faces', large: [large], beside: without(large) };
}

/** Those whose place is a large one; a shared screen covers the face of whoever shares it. */
export function large(layout: Layout): readonly string[] {
  switch (layout.kind) {
    case 'waiting':
      return [];
    case 'faces':
      return layout.large;
    case 'screen':
      return [layout.identity];
  }
}
