/** A sentence that something went well; read out when it comes. */
export const Notice = ({ text }: { text: string }) => (
  <p role="status" className="rounded-m bg-ok-wash px-4 py-3 font-semibold text-ok">
    {text}
  </p>
);
