'use client';

import { type ReactNode, useRef } from 'react';
import { ConfirmDialog } from './confirm-dialog';

interface ConfirmButtonProps {
  id?: string;
  /** Stands on the button, and on the one under the question. */
  label: string;
  /** The label with what it is about, for those who hear the button alone. */
  name: string;
  question: string;
  /** The way out that leaves everything as it is. */
  back: string;
  danger: boolean;
  pending: boolean;
  onOpen?: () => void;
  /** `close` takes the question away. */
  onGo: (close: () => void) => void;
  children: ReactNode;
}

/** A button that asks before it does something. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { id, label, name, question, back, danger, pending, onOpen, onGo, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        id={id}
        type="button"
        aria-label={name}
        className={`button button-small ${danger ? 'button-danger' : ''}`}
        onClick={() => {
          onOpen?.();
          dialog.current?.showModal();
        }}
      >
        {label}
      </button>
      <ConfirmDialog
        ref={dialog}
        title={question}
        go={label}
        back={back}
        look={danger ? 'button-danger' : 'button-go'}
        pending={pending}
        onGo={() => onGo(() => dialog.current?.close())}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}
