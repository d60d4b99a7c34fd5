CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TYPE "role" AS ENUM ('PATIENT', 'DOCTOR', 'ADMIN');
CREATE TYPE "visit_type" AS ENUM ('VIDEO', 'IN_PERSON');
CREATE TYPE "appointment_status" AS ENUM ('PENDING', 'CONFIRMED', 'DECLINED', 'CANCELED', 'EXPIRED', 'COMPLETED', 'NO_SHOW');

CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "zone" TEXT NOT NULL DEFAULT 'UTC',
    "locale" TEXT,
    "password_hash" TEXT NOT NULL,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "disabled_at" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "person_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "person_email_lower_case" CHECK ("email" = lower("email"))
);
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

CREATE TABLE "doctor" (
    "person_id" UUID NOT NULL,
    "specialty" TEXT NOT NULL,
    "languages" TEXT[],
    CONSTRAINT "doctor_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "doctor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "doctor_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "visit_type" "visit_type" NOT NULL,
    "status" "appointment_status" NOT NULL,
    "reason" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "appointment_ends_after_start" CHECK ("ends_at" > "starts_at"),
    CONSTRAINT "appointment_two_people" CHECK ("doctor_id" <> "patient_id"),
    CONSTRAINT "appointment_doctor_id_fkey" FOREIGN KEY ("doctor_id") REFERENCES "doctor"("person_id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "appointment_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "appointment_doctor_no_overlap" EXCLUDE USING gist
        ("doctor_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&) WHERE ("status" IN ('PENDING', 'CONFIRMED')),
    CONSTRAINT "appointment_patient_no_overlap" EXCLUDE USING gist
        ("patient_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&) WHERE ("status" IN ('PENDING', 'CONFIRMED'))
);
CREATE INDEX "appointment_patient_id_starts_at_idx" ON "appointment"("patient_id", "starts_at");
CREATE INDEX "appointment_doctor_id_starts_at_idx" ON "appointment"("doctor_id", "starts_at");

CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB,
    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "audit_entry_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "audit_entry_subject_type_subject_id_at_idx" ON "audit_entry"("subject_type", "subject_id", "at");

CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit entries are append-only';
END
$$;
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry"
    FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "audit_entry_no_truncate" BEFORE TRUNCATE ON "audit_entry"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();

-- Unlogged: counters need not outlive a crash, and no sign-in waits for the disk because of them.
CREATE UNLOGGED TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,
    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);
