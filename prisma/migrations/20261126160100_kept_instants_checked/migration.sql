-- Looks at every row, while everybody goes on reading and writing.
ALTER TABLE "appointment" VALIDATE CONSTRAINT "appointment_kept_instants";
ALTER TABLE "day_exception" VALIDATE CONSTRAINT "day_exception_kept_date";
