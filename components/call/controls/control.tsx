import type { LucideIcon } from 'lucide-react';
import css from '@/components/call/stage/call.module.css';

interface ControlProps {
  icon: LucideIcon;
  /** A short noun that stays; the icon and its colour show the state. */
  label: string;
  /** A longer accessible name that begins with the label, with the state in words. */
  name?: string;
  /** off: something is not sent; on: something is under way; starting: it will be sent in a moment. */
  tone?: 'off' | 'on' | 'leave' | 'starting';
  /** True while the panel that this button opens is open. */
  expanded?: boolean;
  badge?: number;
  /** In the dock where there is room for so much, else under More. */
  room?: 'some' | 'much';
  onClick: () => void;
}

/** One labelled button of the dock. */
export function Control({ icon: Icon, label, name, tone, expanded, badge = 0, room, onClick }: ControlProps) {
  return (
    <button
      type="button"
      className={`${css.control} relative`}
      data-tone={tone}
      data-room={room}
      aria-label={name}
      aria-expanded={expanded}
      onClick={onClick}
    >
      <Icon aria-hidden className={`size-5.5 ${tone === 'leave' ? 'rotate-[135deg]' : ''}`} strokeWidth={1.9} />
      {label}
      {/* Drawn rather than written: the accessible name counts, and has to begin with what can be read here. */}
      {badge > 0 && (
        <span
          aria-hidden
          data-badge={badge > 9 ? '9+' : badge}
          className="absolute top-1 right-2 min-w-5 rounded-full bg-[#e9475d] px-1 text-xs leading-5 text-black tabular-nums after:content-[attr(data-badge)]"
        />
      )}
    </button>
  );
}
