/** The folders of packages that only tools of development need, from the `packages` of package-lock.json. */
export function packagesOfTools(packages: Record<string, unknown>): string[];
