CREATE TYPE "public"."person_role" AS ENUM('owner', 'driver');--> statement-breakpoint
ALTER TYPE "public"."customer_key_kind" ADD VALUE 'tax_number';--> statement-breakpoint
CREATE TABLE "customer_merges" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"merged_customer_id" uuid NOT NULL,
	"moved" jsonb NOT NULL,
	"merged_by_id" uuid,
	"merged_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "customer_merges_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"answer" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_actor_id_key_pk" PRIMARY KEY("actor_id","key")
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "tax_number" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "person_role" "person_role";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notes" ADD COLUMN "written_by_id" uuid;--> statement-breakpoint
ALTER TABLE "vehicles" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "order_history" ADD COLUMN "vehicle_id" uuid;--> statement-breakpoint
ALTER TABLE "order_history" ADD COLUMN "description" text;--> statement-breakpoint
ALTER TABLE "order_history" ADD COLUMN "details" jsonb;--> statement-breakpoint
ALTER TABLE "order_history" ADD COLUMN "replaced_by_id" uuid;--> statement-breakpoint
ALTER TABLE "order_history" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "vehicle_id" uuid;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "description" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "details" jsonb;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "entered_by_id" uuid;--> statement-breakpoint
ALTER TABLE "customer_groups" ADD COLUMN "color" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_merges" ADD CONSTRAINT "customer_merges_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotency_keys_at" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
UPDATE "customers" SET "sort_name" = left("sort_name", 200) WHERE length("sort_name") > 200;--> statement-breakpoint
CREATE INDEX "customers_name" ON "customers" USING btree ("sort_name","id");--> statement-breakpoint
CREATE INDEX "customers_registered" ON "customers" USING btree ("registered_at","id");--> statement-breakpoint
CREATE INDEX "customers_merged_into" ON "customers" USING btree ("merged_into_id") WHERE "customers"."merged_into_id" is not null;--> statement-breakpoint
UPDATE "customer_groups" SET "color" = CASE "key" WHEN 'personal' THEN 1 WHEN 'company' THEN 2 WHEN 'government' THEN 3 WHEN 'ngo' THEN 4 WHEN 'unclassified' THEN 5 ELSE 1 + mod("position", 5) END;
--> statement-breakpoint
ANALYZE "customers";
