CREATE TABLE "appointment_series" (
    "id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "local_start" TIMESTAMP(3) NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "appointment_series_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "appointment_series_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

ALTER TABLE "appointment" ADD CONSTRAINT "appointment_series_id_fkey"
    FOREIGN KEY ("series_id") REFERENCES "appointment_series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
