'use client';

import { Maximize } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Control } from './control';
import { type DockProps, RaisedHand, Share } from './dock';
import { useFullScreen } from './use-full-screen';

/** What the dock has no room for, the more used first, and what is needed once in a call. */
export const Extras = ({ state, actions }: DockProps) => (
  <>
    <Share state={state} actions={actions} />
    <FullScreen />
    <RaisedHand state={state} actions={actions} />
  </>
);

function FullScreen() {
  const t = useTranslations('call.words.dock');
  const full = useFullScreen();
  return (
    full && (
      <Control
        icon={Maximize}
        label={t('full')}
        name={t(`state.full.${full.isOn ? 'on' : 'off'}`)}
        tone={full.isOn ? 'on' : undefined}
        onClick={full.toggle}
      />
    )
  );
}
