ALTER TABLE "person" ADD COLUMN "email_confirmed_at" TIMESTAMPTZ(3);
-- Whoever is there already was entered by the clinic, which knew the address.
UPDATE "person" SET "email_confirmed_at" = "created_at";

CREATE TYPE "account_link_kind" AS ENUM ('SIGN_UP', 'RESET', 'INVITATION');

CREATE TABLE "account_link" (
    "id" UUID NOT NULL,
    "kind" "account_link_kind" NOT NULL,
    "email" TEXT,
    "person_id" UUID,
    "invited_by_id" UUID,
    "role" "role",
    "name" TEXT,
    "phone" TEXT,
    "zone" TEXT,
    "locale" TEXT,
    "specialty" TEXT,
    "languages" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    CONSTRAINT "account_link_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "account_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "account_link_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "account_link_email_lower_case" CHECK ("email" = lower("email")),
    -- What is done with keeps nobody's data; what is open knows whom it is for.
    CONSTRAINT "account_link_data_while_open" CHECK (
        (("used_at" IS NULL AND "withdrawn_at" IS NULL) = ("email" IS NOT NULL))
        AND ("email" IS NOT NULL OR num_nonnulls("name", "phone", "zone", "specialty") = 0)),
    CONSTRAINT "account_link_sane" CHECK (
        "kind" = 'RESET' OR "email" IS NULL OR num_nulls("name", "role", "locale") = 0),
    -- One that has expired counts until it is withdrawn: then it can be sent again or made anew.
    CONSTRAINT "account_link_one_invitation" EXCLUDE ("email" WITH =)
        WHERE ("kind" = 'INVITATION' AND "used_at" IS NULL AND "withdrawn_at" IS NULL)
);
CREATE INDEX "account_link_expires_at_idx" ON "account_link"("expires_at");
CREATE INDEX "account_link_email_idx" ON "account_link"("email");
CREATE INDEX "account_link_person_id_idx" ON "account_link"("person_id");
