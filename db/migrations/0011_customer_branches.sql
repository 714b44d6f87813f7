CREATE TABLE "customer_branches" (
	"customer_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"known_since" timestamp with time zone NOT NULL,
	CONSTRAINT "customer_branches_customer_id_branch_id_pk" PRIMARY KEY("customer_id","branch_id")
);
--> statement-breakpoint
ALTER TABLE "customer_branches" ADD CONSTRAINT "customer_branches_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_branches" ADD CONSTRAINT "customer_branches_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;