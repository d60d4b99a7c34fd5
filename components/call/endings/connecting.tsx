import css from '@/components/call/stage/call.module.css';

/** While the code of the call is still on its way. */
export function Connecting({ text }: { text: string }) {
  return (
    <main id="main" data-call-state="connecting" className={css.call}>
      <p role="status" className={`${css.stage} grid place-items-center text-xl font-semibold`}>
        {text}
      </p>
    </main>
  );
}
