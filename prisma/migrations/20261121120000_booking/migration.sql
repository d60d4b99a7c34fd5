ALTER TABLE "doctor"
    ADD COLUMN "slot_minutes" INTEGER NOT NULL DEFAULT 50,
    ADD COLUMN "break_minutes" INTEGER NOT NULL DEFAULT 10,
    ADD COLUMN "notice_minutes" INTEGER NOT NULL DEFAULT 120,
    ADD COLUMN "horizon_days" INTEGER NOT NULL DEFAULT 60,
    ADD COLUMN "hours_revision" INTEGER NOT NULL DEFAULT 1,
    ADD CONSTRAINT "doctor_hours_sane" CHECK (
        "slot_minutes" BETWEEN 5 AND 480 AND "break_minutes" BETWEEN 0 AND 240
        AND "notice_minutes" BETWEEN 0 AND 43200 AND "horizon_days" BETWEEN 1 AND 730);

CREATE TABLE "working_span" (
    "id" UUID NOT NULL,
    "doctor_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "start_minute" SMALLINT NOT NULL,
    "end_minute" SMALLINT NOT NULL,
    "visit_types" "visit_type"[],
    CONSTRAINT "working_span_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "working_span_doctor_id_fkey" FOREIGN KEY ("doctor_id") REFERENCES "doctor"("person_id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "working_span_sane" CHECK ("weekday" BETWEEN 1 AND 7 AND "start_minute" >= 0
        AND "start_minute" < "end_minute" AND "end_minute" <= 1440 AND cardinality("visit_types") > 0),
    CONSTRAINT "working_span_no_overlap" EXCLUDE USING gist
        ("doctor_id" WITH =, "weekday" WITH =, int4range("start_minute", "end_minute") WITH &&)
);
CREATE INDEX "working_span_doctor_id_idx" ON "working_span"("doctor_id");

CREATE TABLE "day_exception" (
    "id" UUID NOT NULL,
    "doctor_id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "start_minute" SMALLINT,
    "end_minute" SMALLINT,
    "visit_types" "visit_type"[],
    CONSTRAINT "day_exception_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "day_exception_doctor_id_fkey" FOREIGN KEY ("doctor_id") REFERENCES "doctor"("person_id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "day_exception_sane" CHECK (("start_minute" IS NULL AND "end_minute" IS NULL)
        OR ("start_minute" >= 0 AND "start_minute" < "end_minute" AND "end_minute" <= 1440 AND cardinality("visit_types") > 0)),
    -- A day off takes the whole day, so it cannot stand beside a span of the same day.
    CONSTRAINT "day_exception_no_overlap" EXCLUDE USING gist
        ("doctor_id" WITH =, "date" WITH =, int4range(coalesce("start_minute", 0), coalesce("end_minute", 1440)) WITH &&)
);
CREATE INDEX "day_exception_doctor_id_date_idx" ON "day_exception"("doctor_id", "date");

ALTER TABLE "appointment"
    DROP CONSTRAINT "appointment_doctor_no_overlap",
    DROP CONSTRAINT "appointment_patient_no_overlap",
    ADD COLUMN "proposed_starts_at" TIMESTAMPTZ(3),
    ADD COLUMN "proposed_ends_at" TIMESTAMPTZ(3),
    ADD COLUMN "closing_note" TEXT,
    ADD COLUMN "series_id" UUID,
    ADD CONSTRAINT "appointment_proposal_sane" CHECK (
        ("proposed_starts_at" IS NULL AND "proposed_ends_at" IS NULL)
        OR ("proposed_ends_at" > "proposed_starts_at" AND "status" = 'CONFIRMED'));

CREATE TABLE "appointment_hold" (
    "appointment_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "doctor_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "appointment_hold_pkey" PRIMARY KEY ("appointment_id", "kind"),
    CONSTRAINT "appointment_hold_appointment_id_fkey" FOREIGN KEY ("appointment_id") REFERENCES "appointment"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "appointment_hold_kind" CHECK ("kind" IN ('visit', 'proposal')),
    CONSTRAINT "appointment_hold_doctor_no_overlap" EXCLUDE USING gist
        ("doctor_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&, "appointment_id" WITH <>),
    CONSTRAINT "appointment_hold_patient_no_overlap" EXCLUDE USING gist
        ("patient_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&, "appointment_id" WITH <>)
);
CREATE INDEX "appointment_hold_doctor_id_starts_at_idx" ON "appointment_hold"("doctor_id", "starts_at");
CREATE INDEX "appointment_hold_patient_id_starts_at_idx" ON "appointment_hold"("patient_id", "starts_at");

CREATE FUNCTION "hold_time"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- One at a time for a doctor and for a patient: two inserts that meet in an exclusion constraint would wait for each other
    -- until PostgreSQL calls it a deadlock. Always in the same order, for the same reason.
    PERFORM pg_advisory_xact_lock(hashtextextended(least(NEW."doctor_id", NEW."patient_id")::text, 0));
    PERFORM pg_advisory_xact_lock(hashtextextended(greatest(NEW."doctor_id", NEW."patient_id")::text, 0));
    DELETE FROM "appointment_hold" WHERE "appointment_id" = NEW."id";
    IF NEW."status" IN ('PENDING', 'CONFIRMED') THEN
        INSERT INTO "appointment_hold" VALUES
            (NEW."id", 'visit', NEW."doctor_id", NEW."patient_id", NEW."starts_at", NEW."ends_at");
        IF NEW."proposed_starts_at" IS NOT NULL THEN
            INSERT INTO "appointment_hold" VALUES
                (NEW."id", 'proposal', NEW."doctor_id", NEW."patient_id", NEW."proposed_starts_at", NEW."proposed_ends_at");
        END IF;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER "appointment_hold_time" AFTER INSERT OR UPDATE OF
    "status", "doctor_id", "patient_id", "starts_at", "ends_at", "proposed_starts_at", "proposed_ends_at"
    ON "appointment" FOR EACH ROW EXECUTE FUNCTION "hold_time"();
INSERT INTO "appointment_hold"
    SELECT "id", 'visit', "doctor_id", "patient_id", "starts_at", "ends_at" FROM "appointment" WHERE "status" IN ('PENDING', 'CONFIRMED');

CREATE INDEX "appointment_series_id_idx" ON "appointment"("series_id");

CREATE TABLE "booking_key" (
    "person_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "response" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "booking_key_pkey" PRIMARY KEY ("person_id", "key"),
    CONSTRAINT "booking_key_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "booking_key_created_at_idx" ON "booking_key"("created_at");

-- Who has an appointment open sees what happens to it: each change tells every app process whom it concerns.
CREATE FUNCTION "tell_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('appointment_changed',
        json_build_object('id', NEW."id", 'doctor', NEW."doctor_id", 'patient', NEW."patient_id", 'revision', NEW."revision")::text);
    RETURN NULL;
END
$$;
CREATE TRIGGER "appointment_tell_change" AFTER INSERT OR UPDATE ON "appointment"
    FOR EACH ROW EXECUTE FUNCTION "tell_change"();
