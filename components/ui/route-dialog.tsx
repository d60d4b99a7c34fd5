'use client';

import { X } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useLayoutEffect, useRef } from 'react';

interface RouteDialogProps {
  /** The path that this dialog stands for; anywhere else the slot that holds it is stale and shows nothing. */
  path: string;
  title: string;
  closeLabel: string;
  children: ReactNode;
}

/** A dialog that shows a page over the one before it. Escape, the button, a click beside it and Back all go back. */
export function RouteDialog(props: RouteDialogProps) {
  return usePathname() === props.path ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ title, closeLabel, children }: RouteDialogProps) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const left = useRef(false);

  useLayoutEffect(() => {
    const element = dialog.current;
    left.current = false;
    element?.showModal();
    // Closing before it is taken away gives the focus back to what opened it.
    return () => element?.close();
  }, []);

  const leave = () => {
    if (left.current) return;
    left.current = true;
    router.back();
  };

  return (
    <dialog
      ref={dialog}
      aria-labelledby="route-dialog-title"
      closedby="any"
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      // A second Escape closes it without asking. In development it is closed and shown again at once: that is no leaving.
      onClose={() => dialog.current?.open || leave()}
      className="m-auto max-h-[calc(100dvh-32px)] w-[min(640px,calc(100vw-24px))] max-w-none overflow-y-auto overscroll-contain rounded-large border border-line bg-paper p-0 text-ink shadow-card"
    >
      <div className="sticky top-0 z-10 flex items-center justify-between gap-4 border-b border-line bg-paper py-2 pr-2 pl-5">
        <h2 id="route-dialog-title" className="text-xl">
          {title}
        </h2>
        <button type="button" onClick={leave} className="grid size-12 place-items-center rounded-full hover:bg-wash">
          <X aria-hidden />
          <span className="sr-only">{closeLabel}</span>
        </button>
      </div>
      <div className="p-4 pt-5 sm:p-5">{children}</div>
    </dialog>
  );
}
