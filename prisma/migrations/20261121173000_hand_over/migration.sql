-- A visit that is handed to another doctor concerns the one who had it, too: it leaves that doctor's open pages, and the time is free again.
CREATE OR REPLACE FUNCTION "tell_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('appointment_changed',
        json_build_object('id', NEW."id", 'doctor', NEW."doctor_id", 'patient', NEW."patient_id", 'revision', NEW."revision")::text);
    IF TG_OP = 'UPDATE' AND OLD."doctor_id" <> NEW."doctor_id" THEN
        PERFORM pg_notify('appointment_changed',
            json_build_object('id', NEW."id", 'doctor', OLD."doctor_id", 'patient', NEW."patient_id", 'revision', NEW."revision")::text);
    END IF;
    RETURN NULL;
END
$$;
