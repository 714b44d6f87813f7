-- From here on whoever writes an order keeps them; these are of the orders that were there before.
UPDATE "customers"
SET "visit_gaps" = "visits"."gaps", "median_gap_days" = "visits"."median"
FROM (
	SELECT "customer_id", count(*) AS "gaps", percentile_cont(0.5) WITHIN GROUP (ORDER BY "days") AS "median"
	FROM (
		SELECT "customer_id", date_part('day', "ordered_at" - lag("ordered_at") OVER (PARTITION BY "customer_id" ORDER BY "ordered_at")) AS "days"
		FROM "orders"
		WHERE "status" <> 'cancelled'
	) AS "followed"
	WHERE "days" >= 1
	GROUP BY "customer_id"
) AS "visits"
WHERE "visits"."customer_id" = "customers"."id";--> statement-breakpoint
ANALYZE "customers";
