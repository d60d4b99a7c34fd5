'use client';

import { Hand, MicOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Participants } from '@/components/call/people/participants';
import type { CallPerson } from '@/components/call/people/people';
import { initials } from '@/components/ui/names';
import css from './call.module.css';
import { CameraView } from './camera-view';
import { Pill, Sign } from './pill';

interface TileProps {
  participants: Participants;
  index: number;
  person: CallPerson | undefined;
  /** There is a picture of them. */
  pictured: boolean;
  /** A shared screen lies over it. */
  covered: boolean;
}

/** A large place of the stage: a face with its name, or nobody yet. */
export function Tile({ participants, index, person, pictured, covered }: TileProps) {
  const t = useTranslations('call.words.call');
  const [framed, setFramed] = useState(false);
  return (
    <div className="relative min-h-0 min-w-0">
      {person && !covered && !(pictured && framed) && (
        <NoPicture name={person.name} text={person.camera ? t('connecting') : t('cameraOff', { name: person.name })} />
      )}
      <CameraView
        participants={participants}
        index={index}
        label={person && t('picture', { name: person.name })}
        hidden={covered}
        onFrames={setFramed}
      />
      {person && !covered && (
        <div className={`${css.tag} pointer-events-none absolute bottom-3 left-3`}>
          <Pill>
            <span className="my-1 line-clamp-3 leading-tight [overflow-wrap:anywhere]">{person.name}</span>
            {person.muted && <Sign icon={MicOff} text={t('muted', { name: person.name })} />}
            {/* Said in words on the status line. */}
            {person.hand && <Hand aria-hidden className="size-4 shrink-0" />}
          </Pill>
        </div>
      )}
    </div>
  );
}

function NoPicture({ name, text }: { name: string; text: string }) {
  return (
    <div className={css.nobody}>
      <span aria-hidden className={css.initials}>
        {initials(name)}
      </span>
      <p className="text-on-stage-2">{text}</p>
    </div>
  );
}
