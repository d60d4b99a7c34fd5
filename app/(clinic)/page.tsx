import { pageActor } from '@/app/page-actor';
import { PasswordAsked } from '@/components/accounts/password-asked';
import { People } from '@/components/accounts/people.server';
import { readPeopleSearch } from '@/components/accounts/people-search';
import { Week } from '@/components/appointments/doctor/week.server';
import { PatientHome } from '@/components/appointments/patient/patient-home.server';
import { Words } from '@/components/ui/words';
import { changeDisabled } from './actions';
import { sendInvitationAgain, takeInvitationBack } from './invite/actions';
import { prove } from './prove-action';
import { answerVisit } from './requests/actions';

interface HomeProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const peopleActions = { changeDisabled, sendAgain: sendInvitationAgain, withdraw: takeInvitationBack };

export default async function Home({ searchParams }: HomeProps) {
  const params = await searchParams;
  const { week, invited } = params;
  const chosen = typeof week === 'string' ? week : undefined;
  const actor = await pageActor(chosen ? `/?week=${encodeURIComponent(chosen)}` : '/');
  if (actor.role === 'patient') {
    return (
      <Words of={['join']}>
        <PatientHome actor={actor} />
      </Words>
    );
  }
  if (actor.role === 'doctor') {
    return (
      <Words of={['join', 'answers']}>
        <Week actor={actor} chosen={chosen} answer={answerVisit} />
      </Words>
    );
  }
  return (
    <Words of={['passwordField', 'peopleActions', 'proof']}>
      <PasswordAsked prove={prove}>
        <People actor={actor} search={readPeopleSearch(params)} invited={invited === '1'} actions={peopleActions} />
      </PasswordAsked>
    </Words>
  );
}
