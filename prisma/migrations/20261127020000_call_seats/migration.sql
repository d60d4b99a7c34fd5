-- The call that somebody began last, on whichever device: nobody is live in two at once, and a device that comes back by itself displaces
-- nobody who came in later. Whoever is in a call by release 0.1.0 has no row, and nothing is asked of them.
CREATE TABLE "call_seat" (
    "person_id" UUID NOT NULL,
    "appointment_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "call_seat_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "call_seat_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "call_seat_appointment_id_fkey" FOREIGN KEY ("appointment_id") REFERENCES "appointment"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "call_seat_appointment_id_idx" ON "call_seat"("appointment_id");
