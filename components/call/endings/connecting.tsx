import { useId } from 'react';
import css from '@/components/call/stage/call.module.css';

/** While the code of the call is still on its way. Its words are its name, which is read as it takes the focus from the button of before. */
export function Connecting({ text }: { text: string }) {
  const id = useId();
  return (
    <main id="main" tabIndex={-1} aria-labelledby={id} data-call-state="connecting" className={css.call}>
      <p id={id} className={`${css.stage} grid place-items-center text-xl font-semibold`}>
        {text}
      </p>
    </main>
  );
}
