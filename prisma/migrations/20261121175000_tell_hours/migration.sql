-- Who has a doctor's free times open sees them change with the hours, with the doctor's zone and with whether the doctor can be booked.
CREATE FUNCTION "tell_hours"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- The argument names the column that holds the doctor's id.
    PERFORM pg_notify('hours_changed', json_build_object('doctor', to_jsonb(NEW) ->> TG_ARGV[0])::text);
    RETURN NULL;
END
$$;
CREATE TRIGGER "doctor_tell_hours" AFTER UPDATE OF "hours_revision" ON "doctor"
    FOR EACH ROW EXECUTE FUNCTION "tell_hours"('person_id');
CREATE TRIGGER "person_tell_hours" AFTER UPDATE OF "zone", "disabled_at" ON "person"
    FOR EACH ROW WHEN (NEW."role" = 'DOCTOR' AND (OLD."zone", OLD."disabled_at") IS DISTINCT FROM (NEW."zone", NEW."disabled_at"))
    EXECUTE FUNCTION "tell_hours"('id');
