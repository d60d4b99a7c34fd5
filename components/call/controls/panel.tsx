'use client';

import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import css from '@/components/call/stage/call.module.css';

interface PanelProps {
  title: string;
  close: string;
  onClose: () => void;
  children: ReactNode;
}

/** A panel beside the stage: the call goes on and can be controlled, so it is a dialog that is not modal. */
export function Panel({ title, close, onClose, children }: PanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();

  useEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
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
