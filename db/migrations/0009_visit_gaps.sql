ALTER TABLE "customers" ADD COLUMN "visit_gaps" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "median_gap_days" numeric(8, 1);--> statement-breakpoint
CREATE INDEX "orders_by_branch" ON "orders" USING btree ("customer_id","branch_id","ordered_at","type","status","amount_minor");