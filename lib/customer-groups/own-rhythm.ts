/**
 * "At risk" by each customer's own rhythm. The gap that is expected of a customer is its own median gap, shrunk to the
 * median of its group: the fewer gaps it has, the more the group's counts. That is the usual empirical-Bayes weighting of
 * a short history (Efron & Morris 1975, "Data Analysis Using Stein's Estimator and its Generalizations", Journal of the
 * American Statistical Association 70(350)), with a fixed weight in place of estimated variances.
 */

/** How many gaps the group's median is worth. */
export const GROUP_WEIGHT_GAPS = 3
/** A customer's median is one of those that make the group's from so many gaps. */
export const GAPS_FOR_GROUP_MEDIAN = 3
/** A customer is at risk from so many expected gaps. */
export const AT_RISK_AFTER_GAPS = 2
/** However often somebody comes, nobody is at risk within a week. */
export const SHORTEST_AT_RISK_DAYS = 7
