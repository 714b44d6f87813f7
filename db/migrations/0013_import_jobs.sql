CREATE TABLE "import_jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"actor_id" uuid,
	"state" text NOT NULL,
	"files" jsonb NOT NULL,
	"choices" jsonb,
	"progress" jsonb,
	"failure" text,
	"error_count" integer DEFAULT 0 NOT NULL,
	"counts" jsonb,
	"import_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"touched_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_parts" (
	"job_id" uuid NOT NULL,
	"part" text NOT NULL,
	"content" "bytea" NOT NULL,
	"details" jsonb,
	CONSTRAINT "import_parts_job_id_part_pk" PRIMARY KEY("job_id","part")
);
--> statement-breakpoint
CREATE TABLE "import_shapes" (
	"kind" text NOT NULL,
	"shape" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_shapes_kind_shape_pk" PRIMARY KEY("kind","shape")
);
--> statement-breakpoint
ALTER TABLE "import_parts" ADD CONSTRAINT "import_parts_job_id_import_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."import_jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_jobs_at" ON "import_jobs" USING btree ("created_at");