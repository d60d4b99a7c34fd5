-- Sign-ins become rows, so that one can be ended alone and at once. Whoever is signed in by release 0.1.0 signs in once more; a process of
-- that release goes on beside this one, as the cookie still carries the version that it looks at.
CREATE TYPE "session_kind" AS ENUM ('STAFF', 'PATIENT');

CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "session_kind" NOT NULL,
    "role" "role" NOT NULL,
    "person_version" INTEGER NOT NULL,
    "appointment_id" UUID,
    "user_agent" TEXT,
    "began_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "proven_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    CONSTRAINT "session_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "session_appointment_id_fkey" FOREIGN KEY ("appointment_id") REFERENCES "appointment"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "session_kind_of_role" CHECK (("kind" = 'PATIENT') = ("role" = 'PATIENT')),
    CONSTRAINT "session_span" CHECK ("ends_at" > "began_at" AND isfinite("ends_at")),
    CONSTRAINT "session_reason_of_end" CHECK (("ended_at" IS NULL) = ("end_reason" IS NULL)),
    CONSTRAINT "session_user_agent_short" CHECK (length("user_agent") <= 400)
);
CREATE INDEX "session_person_id_idx" ON "session"("person_id");
CREATE INDEX "session_appointment_id_idx" ON "session"("appointment_id");
CREATE INDEX "session_ends_at_idx" ON "session"("ends_at");

-- One that has ended stays so, and pages that are open by it hear of its end.
CREATE FUNCTION "session_ends"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."ended_at" IS NOT NULL THEN
        RAISE EXCEPTION 'a session that has ended is not changed' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW."ended_at" IS NOT NULL THEN
        PERFORM pg_notify('session_ended', json_build_object('session', NEW."id")::text);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "session_ends" BEFORE UPDATE ON "session" FOR EACH ROW EXECUTE FUNCTION "session_ends"();

-- Whatever changes who somebody is or may be ends their sessions, whichever release or hand did it.
CREATE FUNCTION "end_sessions_of_person"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "session" SET "ended_at" = clock_timestamp(), "end_reason" = CASE
        WHEN NEW."disabled_at" IS NOT NULL THEN 'disabled'
        WHEN OLD."role" <> NEW."role" THEN 'role_changed'
        WHEN OLD."password_hash" <> NEW."password_hash" THEN 'password_changed'
        ELSE 'ended_everywhere' END
    WHERE "person_id" = NEW."id" AND "ended_at" IS NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER "person_ends_sessions" AFTER UPDATE OF "role", "disabled_at", "session_version" ON "person"
    FOR EACH ROW WHEN ((OLD."role", OLD."disabled_at", OLD."session_version")
        IS DISTINCT FROM (NEW."role", NEW."disabled_at", NEW."session_version"))
    EXECUTE FUNCTION "end_sessions_of_person"();
