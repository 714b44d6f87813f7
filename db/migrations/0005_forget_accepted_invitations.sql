UPDATE "one_time_links" SET "invitation" = "invitation" - 'name' - 'email', "user_id" = (
  SELECT "users"."id" FROM "audit_log" JOIN "users" ON "users"."id" = "audit_log"."subject_id"
  WHERE "audit_log"."action" = 'person.joined' AND "audit_log"."detail" ->> 'invitation' = "one_time_links"."id"::text
  LIMIT 1
)
WHERE "kind" = 'invitation' AND "used_at" IS NOT NULL;
