import { useTranslations } from 'next-intl';
import { Check } from './check';
import type { Keys } from './use-controls';

/** The list of keys that work during a call, and their switch: a single letter is pressed by slip, and by voice control (WCAG 2.1.4). */
export function Shortcuts({ keys: { used, use } }: { keys: Keys }) {
  const t = useTranslations('call.words.more');
  const keys = [
    ...(used
      ? ([
          ['M', t('shortcutMute')],
          ['V', t('shortcutCamera')],
        ] as const)
      : []),
    ['Esc', t('shortcutClose')],
  ] as const;
  return (
    <section>
      <h3 className="font-semibold">{t('shortcuts')}</h3>
      <Check label={t('useKeys')} checked={used} onChange={use} />
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
