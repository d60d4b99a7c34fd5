import { pageActor } from '@/app/page-actor';
import { People } from '@/components/accounts/people';
import { PatientHome } from '@/components/appointments/patient-home';
import { Week } from '@/components/appointments/week';
import { changeDisabled } from './actions';
import { answerVisit } from './requests/actions';

interface HomeProps {
  searchParams: Promise<{ week?: string | string[] }>;
}

export default async function Home({ searchParams }: HomeProps) {
  const { week } = await searchParams;
  const chosen = typeof week === 'string' ? week : undefined;
  const actor = await pageActor(chosen ? `/?week=${encodeURIComponent(chosen)}` : '/');
  if (actor.role === 'patient') return <PatientHome actor={actor} />;
  if (actor.role === 'doctor') return <Week actor={actor} chosen={chosen} answer={answerVisit} />;
  return <People actor={actor} changeDisabled={changeDisabled} />;
}
