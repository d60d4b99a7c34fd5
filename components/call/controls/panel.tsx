'use client';

import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import css from '@/components/call/stage/call.module.css';

interface PanelProps {
  title: string;
  close: string;
  onClose: () => void;
  children: ReactNode;
}

/** A panel beside the stage: the call goes on and can be controlled, so it is a dialog that is not modal. */
export function Panel({ title, close, onClose, children }: PanelProps) {
  const panel = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();

  useEffect(() => heading.current?.focus(), []);

  // A layout effect: it ends while the focus is still in what goes.
  useLayoutEffect(() => {
    const dialog = panel.current;
    const main = dialog?.closest('main');
    // The button that opens and closes this panel. What was pressed may be another one, and gone.
    const button = main?.querySelector<HTMLElement>('[aria-expanded="true"]');
    return () => {
      const { activeElement } = document;
      // Who has gone on to something else stays there, as on the button of the panel that comes in place of this one.
      const isHere = activeElement === document.body || activeElement === main;
      if (isHere || dialog?.contains(activeElement)) button?.focus();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    // Escape in the middle of a word that is being composed takes the word back, and closes nothing.
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onClose();
  };

  return (
    <dialog
      ref={panel}
      open
      aria-labelledby={id}
      onKeyDown={onKeyDown}
      className={`${css.panel} static m-0 mr-4 flex max-h-none max-w-none min-h-0 flex-col rounded-(--radius-l) bg-stage-2 p-0 text-[17px] text-on-stage max-[45rem]:mx-3`}
    >
      <div className="flex items-center justify-between gap-2 py-1 pr-1 pl-4">
        <h2 id={id} ref={heading} tabIndex={-1} className="rounded-(--radius-s)">
          {title}
        </h2>
        <button
          type="button"
          className="grid size-11 place-items-center rounded-(--radius-s) hover:bg-stage-line"
          onClick={onClose}
          aria-label={close}
        >
          <X aria-hidden className="size-5.5" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
