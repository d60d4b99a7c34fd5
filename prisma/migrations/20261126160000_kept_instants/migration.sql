-- Years that clocks and pages cannot show are refused from here on. What stands already is looked at by the next migration, without the lock that
-- adding a constraint takes. Series that begin in the last years of lib/platform/schema.ts have room.
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_kept_instants" CHECK (
    "starts_at" >= '1970-01-01T00:00:00Z' AND "ends_at" < '2300-01-01T00:00:00Z'
    AND ("proposed_starts_at" IS NULL OR "proposed_starts_at" >= '1970-01-01T00:00:00Z')
    AND ("proposed_ends_at" IS NULL OR "proposed_ends_at" < '2300-01-01T00:00:00Z')) NOT VALID;
ALTER TABLE "day_exception" ADD CONSTRAINT "day_exception_kept_date" CHECK (
    "date" >= '1970-01-01' AND "date" < '2300-01-01') NOT VALID;
