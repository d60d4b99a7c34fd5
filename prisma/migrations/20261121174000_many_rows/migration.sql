-- The front desk's lists go by time alone.
CREATE INDEX "appointment_starts_at_id_idx" ON "appointment"("starts_at", "id");

-- People in the order of their list, and a part of a name or an e-mail anywhere in it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "person_role_name_idx" ON "person"("role" DESC, "name");
CREATE INDEX "person_name_idx" ON "person" USING gin ("name" gin_trgm_ops);
CREATE INDEX "person_email_idx" ON "person" USING gin ("email" gin_trgm_ops);
