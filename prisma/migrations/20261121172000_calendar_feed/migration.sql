CREATE TABLE "calendar_choice" (
    "person_id" UUID NOT NULL,
    "visit_mail" BOOLEAN NOT NULL DEFAULT true,
    "feed_on" BOOLEAN NOT NULL DEFAULT false,
    "feed_version" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "calendar_choice_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "calendar_choice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
