-- From here on whoever writes an order or a home keeps them; these are of the customers that were there before.
INSERT INTO "customer_branches" ("customer_id", "branch_id", "known_since")
SELECT "customer_id", "branch_id", min("known_since")
FROM (
	SELECT "customer_id", "branch_id", min("ordered_at") AS "known_since" FROM "orders" GROUP BY "customer_id", "branch_id"
	UNION ALL
	SELECT "id", "home_branch_id", '-infinity' FROM "customers"
) AS "belonging"
GROUP BY "customer_id", "branch_id"
ORDER BY "customer_id", "branch_id";--> statement-breakpoint
ANALYZE "customer_branches";
