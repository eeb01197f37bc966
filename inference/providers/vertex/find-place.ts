import type { ProviderConnection } from "#inference/provider.ts";
import { ProviderError } from "#inference/provider-error.ts";
import { normaliseBaseUrl } from "#inference/wire/normalise-base-url.ts";

/** Where in Google's cloud models are asked: `baseUrl` without a version. */
export type Place = { baseUrl: string; project: string; region: string };

/** Everywhere: Google chooses. */
const EVERYWHERE = "global";

/**
 * The place of a connection. Without a project it is the service account's own, without a region
 * Google chooses one. Throws ProviderError for what would make it another address.
 */
export function findPlace(connection: ProviderConnection, ownProject: string | null): Place {
  const project = connection.project?.trim() || ownProject;
  const region = connection.region?.trim().toLowerCase() || EVERYWHERE;
  if (project === null || !/^[a-z0-9][a-z0-9.:-]*$/i.test(project)) throw wrong("The project is none of Google's.");
  if (!/^[a-z0-9][a-z0-9-]*$/.test(region)) throw wrong("The region is none of Google's.");
  return { baseUrl: findBaseUrl(connection.baseUrl, region), project, region };
}

function findBaseUrl(baseUrl: string | null, region: string): string {
  if (baseUrl !== null) return normaliseBaseUrl(baseUrl, "without-version").replace(/\/v1beta1$/, "");
  if (region === EVERYWHERE) return "https://aiplatform.googleapis.com";
  // Two regions that are continents.
  if (region === "eu" || region === "us") return `https://aiplatform.${region}.rep.googleapis.com`;
  return `https://${region}-aiplatform.googleapis.com`;
}

function wrong(message: string): ProviderError {
  return new ProviderError("provider-unreachable", { message, isRetryable: false });
}
