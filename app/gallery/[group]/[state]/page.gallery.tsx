import { notFound } from 'next/navigation';
import { GALLERY } from '../../states';

interface Props {
  params: Promise<{ group: string; state: string }>;
}

/** One state, drawn as the product draws it, with nothing around it. */
export default async function StatePage({ params }: Props) {
  const { group, state } = await params;
  const states = GALLERY[group] ?? {};
  const name = decodeURIComponent(state);
  const draw = Object.hasOwn(states, name) ? states[name] : undefined;
  if (!draw) notFound();
  return draw();
}
