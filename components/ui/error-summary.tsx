'use client';

import { useEffect, useRef } from 'react';

interface ErrorSummaryProps {
  /** The sentence over the list: "Please correct these 2 things:"; null: nothing is wrong. */
  title: string | null;
  /** Each wrong field by its id, with its error, in the order of the form. */
  errors: [id: string, text: string][];
}

/** The errors that a form was sent back for. They take the focus when they come, so that they are read and seen; each line leads to its field. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const said = title === null ? '' : JSON.stringify([title, errors]);
  useEffect(() => {
    if (said) box.current?.focus();
  }, [said]);
  if (title === null) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="grid scroll-mt-6 gap-1 rounded-m bg-no-wash px-4 py-3 font-semibold text-no"
    >
      <p>{title}</p>
      {errors.length > 0 && (
        <ul className="grid list-disc pl-6">
          {errors.map(([id, text]) => (
            <li key={id}>
              <a
                href={`#${id}`}
                className="inline-flex min-h-11 items-center underline underline-offset-3"
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(id)?.focus();
                }}
              >
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
