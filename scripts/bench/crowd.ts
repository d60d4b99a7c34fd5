import pg from 'pg';

export interface Crowd {
  /** Rows in the table of appointments. */
  appointments: number;
  /** Ids of those who are measured: five doctors and twenty of their patients. */
  doctors: string[];
  patients: string[];
}

const MEASURED = { doctors: 5, patients: 20 };
/** Visits of a measured patient: once a week from nine weeks back to two weeks ahead. */
const WEEKS = { first: -9, last: 2 };

/**
 * Fills an empty database with a clinic of `appointments` visits. Doctors see patients four times on every weekday, the last of them in four
 * weeks; a bigger clinic has more doctors, more patients and a longer past (a million: 200 doctors, 100,000 patients, five years). Whoever is
 * measured has the same visits from five weeks back to four weeks ahead, however big the clinic is.
 */
export async function fill(url: string, appointments: number): Promise<Crowd> {
  const weekly = MEASURED.patients * (WEEKS.last - WEEKS.first + 1);
  const doctors = Math.max(MEASURED.doctors, Math.round(appointments / 5_000));
  const patients = Math.max(60, Math.round(appointments / 10));
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    // Rows come as if they had always been there: no trigger holds time for them, looks at a foreign key or tells of a change.
    await client.query(
      `SET timezone = 'UTC'; SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '512MB'`,
    );
    await client.query(people(doctors, patients));
    await client.query(visits(appointments - weekly, doctors, patients));
    await client.query(weeklyVisits);
    await client.query(whatFollows);
    // Not in a transaction: it also writes down which pages hold nothing but visible rows, as autovacuum would by and by.
    await client.query('VACUUM ANALYZE');
    const ids = async (sql: string) => (await client.query<{ id: string }>(sql)).rows.map(({ id }) => id);
    const [{ count = 0 } = {}] = (await client.query('SELECT count(*)::int AS count FROM appointment')).rows;
    return {
      appointments: count,
      doctors: await ids(`SELECT id FROM crowd WHERE kind = 'DOCTOR' AND n < ${MEASURED.doctors} ORDER BY n`),
      patients: await ids(`SELECT id FROM crowd WHERE kind = 'MEASURED' ORDER BY n`),
    };
  } finally {
    await client.end();
  }
}

/** A table beside the product's own numbers everybody. */
const people = (doctors: number, patients: number) => `
  CREATE UNLOGGED TABLE crowd AS
    SELECT uuidv7() AS id, 'DOCTOR' AS kind, n FROM generate_series(0, ${doctors - 1}) n
    UNION ALL SELECT uuidv7(), 'PATIENT', n FROM generate_series(0, ${patients - 1}) n
    UNION ALL SELECT uuidv7(), 'MEASURED', n FROM generate_series(0, ${MEASURED.patients - 1}) n
    UNION ALL SELECT uuidv7(), 'ADMIN', 0;
  CREATE UNIQUE INDEX ON crowd (kind, n) INCLUDE (id);
  ANALYZE crowd;
  INSERT INTO person (id, role, name, email, email_confirmed_at, zone, locale, password_hash)
    SELECT id, (CASE kind WHEN 'MEASURED' THEN 'PATIENT' ELSE kind END)::role,
      (ARRAY['Ana','Bo','Carla','Dev','Eva','Femi','Goran','Hana','Ines','Jonas','Kirsi','Luis','Mai','Noor','Olga','Pavel','Quyen','Rosa',
        'Sven','Tamar'])[1 + n % 20] || ' ' || (ARRAY['Abe','Berg','Costa','Diaz','Eriksen','Farah','Goldberg','Haddad','Ito','Jansen','Kaya',
        'Lind','Moreau','Nowak','Okafor','Petrov','Rossi','Sato','Tran','Ueda','Vega','Weber','Yilmaz'])[1 + n / 20 % 23] || ' ' || n,
      lower(kind) || n || '@bench.example', now(), 'Europe/London', 'en', '-'
    FROM crowd;
  INSERT INTO doctor (person_id, specialty, languages, notice_minutes)
    SELECT id, 'Cardiology', ARRAY['en'], 0 FROM crowd WHERE kind = 'DOCTOR';
  INSERT INTO working_span (id, doctor_id, weekday, start_minute, end_minute, visit_types)
    SELECT uuidv7(), id, weekday, 480, 1200, ARRAY['VIDEO', 'IN_PERSON']::visit_type[] FROM crowd, generate_series(1, 5) weekday
    WHERE kind = 'DOCTOR';`;

const COLUMNS = 'id, doctor_id, patient_id, starts_at, ends_at, visit_type, status, reason, created_at, updated_at';

/** The columns of a visit, its status as of now; `n` tells one from the next, the same one in a small clinic as in a big one. */
const row = (doctor: string, patient: string, startsAt: string, n: string) => `
  uuidv7(${startsAt} - interval '14 days' - now()), ${doctor}, ${patient}, ${startsAt}, ${startsAt} + interval '50 minutes',
  (CASE WHEN ${n} % 3 = 0 THEN 'IN_PERSON' ELSE 'VIDEO' END)::visit_type,
  (CASE WHEN ${n} % 10 = 0 THEN 'CANCELED' WHEN ${startsAt} > now() THEN CASE WHEN ${n} % 10 = 1 THEN 'PENDING' ELSE 'CONFIRMED' END
    WHEN ${n} % 20 = 1 THEN 'NO_SHOW' ELSE 'COMPLETED' END)::appointment_status,
  'Palpitations, for the ' || ${n} % 7 + 1 || 'th day', ${startsAt} - interval '14 days', ${startsAt}`;

// v counts a doctor's visits back from the last one, four a weekday, every second hour from nine; of one time each has another patient.
const visits = (count: number, doctors: number, patients: number) => `
  INSERT INTO appointment (${COLUMNS})
    SELECT ${row('doctor.id', 'patient.id', 'starts_at', '(v * 7 + d)')}
    FROM generate_series(${count - 1}, 0, -1) number
    CROSS JOIN LATERAL (SELECT number / ${doctors} AS v, number % ${doctors} AS d) part
    CROSS JOIN LATERAL (SELECT date_trunc('week', now()) + interval '32 days' - make_interval(days => v / 20 * 7 + v / 4 % 5, hours => v % 4 * 2)
      + interval '15 hours' AS starts_at) time
    JOIN crowd doctor ON doctor.kind = 'DOCTOR' AND doctor.n = d
    JOIN crowd patient ON patient.kind = 'PATIENT' AND patient.n = (number + 37 * (number / ${patients})) % ${patients};`;

const weeklyVisits = `
  INSERT INTO appointment (${COLUMNS})
    SELECT ${row('doctor.id', 'patient.id', 'starts_at', '(patient.n + week + 20)')}
    FROM crowd patient CROSS JOIN generate_series(${WEEKS.first}, ${WEEKS.last}) week
    CROSS JOIN LATERAL (SELECT date_trunc('week', now()) + make_interval(days => week * 7 + 2, hours => 16 + patient.n / 5) AS starts_at) time
    JOIN crowd doctor ON doctor.kind = 'DOCTOR' AND doctor.n = patient.n % ${MEASURED.doctors}
    WHERE patient.kind = 'MEASURED';`;

const whatFollows = `
  INSERT INTO appointment_hold (appointment_id, kind, doctor_id, patient_id, starts_at, ends_at)
    SELECT id, 'visit', doctor_id, patient_id, starts_at, ends_at FROM appointment WHERE status IN ('PENDING', 'CONFIRMED');
  INSERT INTO audit_entry (id, at, actor_id, action, subject_type, subject_id, after)
    SELECT uuidv7(created_at - now()), created_at, patient_id, 'appointment_booked', 'appointment', id, jsonb_build_object('status', 'pending')
    FROM appointment;`;
