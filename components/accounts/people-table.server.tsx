import 'server-only';
import { Ban, Check } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { mayDisable } from '@/lib/accounts/policy';
import type { PersonRow } from '@/lib/accounts/queries/people';
import { doctorsWithVisits } from '@/lib/appointments/queries/coming-visits';
import type { Actor } from '@/lib/platform/actor';
import type { Guarded } from './ask-password';
import { DisableButton } from './disable-button';

interface PeopleTableProps {
  actor: Actor;
  people: PersonRow[];
  changeDisabled: (id: string, disabled: boolean) => Promise<Guarded>;
}

/** People in a table, which on a phone reads as cards. Its name stands above it, in the heading "people". */
export async function PeopleTable({ actor, people, changeDisabled }: PeopleTableProps) {
  const [t, doctors] = await Promise.all([getTranslations('people'), doctorsWithVisits(actor, new Date())]);
  const coming = new Map(doctors.map(({ id, count }) => [id, count]));
  const leaves = ({ id, disabledAt }: PersonRow) => {
    const count = coming.get(id) ?? 0;
    if (disabledAt || count === 0) return undefined;
    return { count, href: handOverPath(id) };
  };
  const cell = 'py-1 md:px-4 md:py-2.5';
  return (
    <>
      {/* Roles are said in full: as cards the rows are no table to the browser any more. */}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table role="table" aria-labelledby="people" className="card block w-full overflow-hidden md:table">
        <thead role="rowgroup" className="sr-only text-left text-ink-2 md:not-sr-only md:table-header-group">
          <tr role="row" className="md:table-row">
            {(['name', 'role', 'email', 'state', 'actions'] as const).map((column) => (
              <th key={column} role="columnheader" scope="col" className="px-4 py-3 font-semibold">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="block md:table-row-group">
          {people.map((person) => (
            <tr
              key={person.id}
              role="row"
              className="block border-t border-line p-4 first:border-t-0 md:table-row md:first:border-t"
            >
              <th role="rowheader" scope="row" className={`block text-left font-[650] md:table-cell ${cell}`}>
                {person.name}
              </th>
              <td role="cell" className={`block text-ink-2 md:table-cell ${cell}`}>
                {t(person.role)}
              </td>
              <td role="cell" className={`block break-all text-ink-2 md:table-cell ${cell}`}>
                {person.email}
              </td>
              <td role="cell" className={`block md:table-cell ${cell}`}>
                <State disabled={person.disabledAt !== null} />
                <Coming person={person} count={coming.get(person.id) ?? 0} />
              </td>
              <td role="cell" className={`block md:table-cell ${cell}`}>
                {mayDisable(actor, person.id) ? (
                  <DisableButton
                    person={person}
                    disabled={person.disabledAt !== null}
                    change={changeDisabled}
                    leaves={leaves(person)}
                  />
                ) : (
                  <span className="inline-flex min-h-11 items-center text-ink-2">{t('you')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </>
  );
}

async function State({ disabled }: { disabled: boolean }) {
  const t = await getTranslations('people');
  return disabled ? (
    <Badge tone="no" sign={<Ban />}>
      {t('disabled')}
    </Badge>
  ) : (
    <Badge tone="ok" sign={<Check />}>
      {t('active')}
    </Badge>
  );
}

const handOverPath = (id: string) => `/hand-over?from=${id}`;

/** The number of visits that a doctor has to come, and the way to hand them over; of a doctor who is disabled, they wait for that. */
async function Coming({ person: { id, name, disabledAt }, count }: { person: PersonRow; count: number }) {
  if (count === 0) return null;
  const t = await getTranslations('people');
  const look = disabledAt ? 'font-semibold text-wait underline underline-offset-3' : 'link';
  return (
    <Link href={handOverPath(id)} prefetch={false} className={`flex min-h-11 items-center ${look}`}>
      {t(disabledAt ? 'handOver' : 'coming', { count })}
      <span className="sr-only">, {name}</span>
    </Link>
  );
}
