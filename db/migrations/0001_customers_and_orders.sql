CREATE TYPE "public"."customer_key_kind" AS ENUM('customer_external_id', 'order_external_id', 'phone', 'email', 'plate');--> statement-breakpoint
CREATE TYPE "public"."order_source" AS ENUM('registration', 'order_page', 'import', 'api');--> statement-breakpoint
CREATE TYPE "public"."order_status" AS ENUM('created', 'in_progress', 'completed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."order_type" AS ENUM('service', 'sales', 'consultation');--> statement-breakpoint
CREATE TABLE "customer_group_memberships" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	CONSTRAINT "customer_group_memberships_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"external_id" text,
	"full_name" text NOT NULL,
	"organization_name" text,
	"phone" text,
	"email" text,
	"group_id" uuid NOT NULL,
	"home_branch_id" uuid NOT NULL,
	"home_branch_explicit" boolean DEFAULT false NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"registered_at_explicit" boolean DEFAULT false NOT NULL,
	"known_since" timestamp with time zone NOT NULL,
	"first_counted_at" timestamp with time zone,
	"last_counted_at" timestamp with time zone,
	"sort_name" text NOT NULL,
	"search_text" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notes_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "vehicles" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plate" text NOT NULL,
	"make" text,
	"model" text,
	"year" smallint,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vehicles_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "customer_keys" (
	"kind" "customer_key_kind" NOT NULL,
	"value" text NOT NULL,
	"customer_id" uuid NOT NULL,
	CONSTRAINT "customer_keys_kind_value_customer_id_pk" PRIMARY KEY("kind","value","customer_id")
);
--> statement-breakpoint
CREATE TABLE "business" (
	"singleton" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"currency" char(3) NOT NULL,
	"currency_digits" integer NOT NULL,
	"country" char(2) NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "business_singleton" CHECK ("business"."singleton")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customers_file" text,
	"orders_file" text,
	"counts" jsonb NOT NULL,
	"applied_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_history" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"order_version" integer NOT NULL,
	"branch_id" uuid NOT NULL,
	"type" "order_type" NOT NULL,
	"status" "order_status" NOT NULL,
	"amount_minor" bigint NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"replaced_at" timestamp with time zone NOT NULL,
	"replaced_by" "order_source" NOT NULL,
	CONSTRAINT "order_history_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"external_id" text,
	"branch_id" uuid NOT NULL,
	"type" "order_type" NOT NULL,
	"status" "order_status" NOT NULL,
	"amount_minor" bigint NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"source" "order_source" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "orders_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "orders_external_id" UNIQUE("customer_id","external_id"),
	CONSTRAINT "orders_amount_minor" CHECK ("orders"."amount_minor" >= 0 and "orders"."amount_minor" < 10000000000000)
);
--> statement-breakpoint
CREATE TABLE "branches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "branches_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "customer_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"requires_organization" boolean DEFAULT false NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_groups_key_unique" UNIQUE("key")
);
--> statement-breakpoint
ALTER TABLE "customer_group_memberships" ADD CONSTRAINT "customer_group_memberships_group_id_customer_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."customer_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_group_memberships" ADD CONSTRAINT "customer_group_memberships_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_group_id_customer_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."customer_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_home_branch_id_branches_id_fk" FOREIGN KEY ("home_branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vehicles" ADD CONSTRAINT "vehicles_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_history" ADD CONSTRAINT "order_history_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_history" ADD CONSTRAINT "order_history_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customers_group" ON "customers" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "customers_home_branch" ON "customers" USING btree ("home_branch_id");--> statement-breakpoint
CREATE INDEX "customers_search" ON "customers" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "customer_keys_external" ON "customer_keys" USING btree ("kind","value") WHERE "customer_keys"."kind" in ('customer_external_id', 'order_external_id');--> statement-breakpoint
CREATE INDEX "order_history_by_order" ON "order_history" USING btree ("customer_id","order_id","replaced_at");--> statement-breakpoint
CREATE INDEX "orders_by_customer" ON "orders" USING btree ("customer_id","ordered_at");--> statement-breakpoint
CREATE INDEX "orders_by_date" ON "orders" USING btree ("ordered_at","customer_id","type","status","branch_id","amount_minor");