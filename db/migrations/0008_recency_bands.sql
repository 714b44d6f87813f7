CREATE TABLE "recency_bands" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid,
	"at_risk_after_days" integer NOT NULL,
	"lapsed_after_days" integer NOT NULL,
	"dormant_after_days" integer NOT NULL,
	"own_rhythm" boolean NOT NULL,
	CONSTRAINT "recency_bands_group" UNIQUE NULLS NOT DISTINCT("group_id"),
	CONSTRAINT "recency_bands_order" CHECK (0 < "recency_bands"."at_risk_after_days" and "recency_bands"."at_risk_after_days" < "recency_bands"."lapsed_after_days" and "recency_bands"."lapsed_after_days" < "recency_bands"."dormant_after_days")
);
--> statement-breakpoint
ALTER TABLE "recency_bands" ADD CONSTRAINT "recency_bands_group_id_customer_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."customer_groups"("id") ON DELETE no action ON UPDATE no action;