-- Each change tells whom it concerns by one list, `people`. `doctor` says whose free times may have changed with it; `patient` is read by
-- processes of release 0.1.0 only, which may run beside newer ones while a clinic upgrades.
CREATE OR REPLACE FUNCTION "tell_change"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    "doctors" UUID[] := ARRAY[NEW."doctor_id"];
    "doctor" UUID;
BEGIN
    -- A visit that is handed to another doctor concerns the one who had it, too: it leaves that doctor's open pages, and the time is free.
    IF TG_OP = 'UPDATE' AND OLD."doctor_id" <> NEW."doctor_id" THEN
        "doctors" := "doctors" || OLD."doctor_id";
    END IF;
    FOREACH "doctor" IN ARRAY "doctors" LOOP
        PERFORM pg_notify('appointment_changed', json_build_object(
            'id', NEW."id", 'people', json_build_array(NEW."patient_id", "doctor"),
            'doctor', "doctor", 'patient', NEW."patient_id", 'revision', NEW."revision")::text);
    END LOOP;
    RETURN NULL;
END
$$;
