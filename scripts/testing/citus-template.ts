/** The database on a cluster that every test's own is a copy of. */
export const CITUS_TEMPLATE = "template_polylogue_citus";
