CREATE TABLE "daily_count" (
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    CONSTRAINT "daily_count_pkey" PRIMARY KEY ("day", "kind"),
    CONSTRAINT "daily_count_sane" CHECK ("count" > 0 AND length("kind") <= 100)
);
