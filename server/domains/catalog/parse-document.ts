import { catalogueDocumentSchema, type CatalogueDocument } from "#contracts/catalogue-document.ts";
import { AppError } from "#server/errors.ts";

/** A document of the right shape; else AppError `invalid-input` that names the entry, the field and what is wrong with it. */
export function parseDocument(given: unknown): CatalogueDocument {
  const { data, error } = catalogueDocumentSchema.safeParse(given);
  if (data) return data;
  const [issue] = error.issues;
  const userMessage = issue ? `${describePlace(given, issue.path)}${issue.message}` : "This is no catalogue.";
  throw new AppError("invalid-input", { message: userMessage, userMessage });
}

/** `Model "gpt-5", contextTokens: ` for what stands at models.3.contextTokens. */
function describePlace(given: unknown, [list, index, ...rest]: readonly PropertyKey[]): string {
  if (typeof list !== "string" || typeof index !== "number") return "";
  const kind = { models: "Model", aliases: "Alias", deployments: "Deployment" }[list] ?? list;
  const name = nameOf(at(at(given, list), index)) ?? `number ${index + 1}`;
  const field = rest.length > 0 ? `, ${rest.map(String).join(".")}` : "";
  return `${kind} "${name}"${field}: `;
}

function nameOf(entry: unknown): string | null {
  const name = at(entry, "modelName") ?? at(entry, "id");
  return typeof name === "string" ? name.slice(0, 100) : null;
}

function at(given: unknown, key: string | number): unknown {
  if (typeof given !== "object" || given === null) return undefined;
  return (given as Record<string | number, unknown>)[key];
}
