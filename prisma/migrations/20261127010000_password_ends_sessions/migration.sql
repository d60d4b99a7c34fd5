-- A password that is changed by hand ends the sessions of its person, too.
CREATE OR REPLACE TRIGGER "person_ends_sessions" AFTER UPDATE OF "role", "disabled_at", "session_version", "password_hash" ON "person"
    FOR EACH ROW WHEN ((OLD."role", OLD."disabled_at", OLD."session_version", OLD."password_hash")
        IS DISTINCT FROM (NEW."role", NEW."disabled_at", NEW."session_version", NEW."password_hash"))
    EXECUTE FUNCTION "end_sessions_of_person"();
