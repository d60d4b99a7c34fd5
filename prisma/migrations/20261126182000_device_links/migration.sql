-- A link that makes a browser known, for whoever is not let in by it any more because strangers guess. By itself: a new value can be used
-- only once it is committed.
ALTER TYPE "account_link_kind" ADD VALUE 'DEVICE';
