import { useTranslations } from 'next-intl';

/** The list of keys that work during a call. */
export function Shortcuts() {
  const t = useTranslations('call.words.more');
  const keys = [
    ['M', t('shortcutMute')],
    ['V', t('shortcutCamera')],
    ['Esc', t('shortcutClose')],
  ] as const;
  return (
    <section>
      <h3 className="font-semibold">{t('shortcuts')}</h3>
      <dl className="mt-1 grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1.5">
        {keys.map(([key, text]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-(--radius-s) border border-on-stage-2 px-2 font-sans text-sm">{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
