-- Such a link knows an e-mail, as one for a forgotten password does, and makes no account.
ALTER TABLE "account_link" DROP CONSTRAINT "account_link_sane",
    ADD CONSTRAINT "account_link_sane" CHECK (
        "kind" IN ('RESET', 'DEVICE') OR "email" IS NULL OR num_nulls("name", "role", "locale") = 0) NOT VALID;
ALTER TABLE "account_link" VALIDATE CONSTRAINT "account_link_sane";
