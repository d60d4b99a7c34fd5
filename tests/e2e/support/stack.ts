import { inRoot } from '@/scripts/stack/paths';
import { rememberedPorts } from '@/scripts/stack/ports';
import { readRun } from '@/scripts/stack/run-file';
import { keptSecrets } from '@/scripts/stack/secrets';

/** The running product under test, as its data directory tells: the set-up starts it, and names the two folders. */
export function stackUnderTest() {
  const { ANTEROOM_DATA = '', ANTEROOM_DIST = '', ...env } = process.env;
  const data = inRoot(ANTEROOM_DATA);
  const run = readRun(data);
  if (!run) throw new Error(`nothing runs on ${data}`);
  const { livekitKey, livekitSecret, sessionSecret, postgresPassword } = keptSecrets(data);
  const { postgres, livekit, mail } = rememberedPorts(data);
  const { origin: baseUrl, port } = new URL(run.baseUrl);
  return {
    baseUrl,
    data,
    dist: inRoot(ANTEROOM_DIST),
    /** The environment that the app was given. */
    env: {
      ...env,
      ANTEROOM_DATA: data,
      ANTEROOM_DIST,
      PORT: port,
      NEXTAUTH_URL: baseUrl,
      NEXTAUTH_SECRET: sessionSecret,
      DATABASE_URL: `postgresql://anteroom:${postgresPassword}@127.0.0.1:${postgres}/anteroom`,
      LIVEKIT_URL: `ws://127.0.0.1:${livekit?.signal}`,
      LIVEKIT_API_KEY: livekitKey,
      LIVEKIT_API_SECRET: livekitSecret,
      SMTP_URL: `smtp://127.0.0.1:${mail?.smtp}`,
    },
    /** The page of the mail that the product sent; its REST API stands under /email. */
    inboxUrl: `http://localhost:${mail?.web}`,
    clinic: { phone: env.CLINIC_PHONE ?? '', address: env.CLINIC_ADDRESS ?? '' },
  };
}

export type StackUnderTest = ReturnType<typeof stackUnderTest>;
