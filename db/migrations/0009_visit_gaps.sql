ALTER TABLE "customers" ADD COLUMN "visit_gaps" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "median_gap_days" double precision;