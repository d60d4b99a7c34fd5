import { type ReactNode, type RefObject, useId } from 'react';

interface ConfirmDialogProps {
  /** Its opener shows it with showModal(). */
  ref: RefObject<HTMLDialogElement | null>;
  title: string;
  go: string;
  back: string;
  look: string;
  pending?: boolean;
  onGo: () => void;
  children: ReactNode;
}

/** A question before something is done. It stays open until its opener closes it, or someone leaves it. */
export function ConfirmDialog({ ref, title, go, back, look, pending, onGo, children }: ConfirmDialogProps) {
  const id = useId();
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      className="m-auto w-[min(480px,calc(100vw-24px))] max-w-none rounded-large border border-line bg-card p-6 text-ink shadow-card"
    >
      <div className="grid gap-4">
        <h2 id={id}>{title}</h2>
        {children}
        <div className="flex flex-wrap justify-end gap-3">
          <button type="button" className="button button-small" onClick={() => ref.current?.close()}>
            {back}
          </button>
          <button
            type="button"
            className={`button button-small ${look}`}
            aria-disabled={pending || undefined}
            onClick={() => pending || onGo()}
          >
            {go}
          </button>
        </div>
      </div>
    </dialog>
  );
}
