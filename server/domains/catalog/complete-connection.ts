import type { ProviderConnection } from "#inference/index.ts";
import type { ConnectableProvider } from "#contracts/connection.ts";
import { AppError } from "#server/errors.ts";
import type { CreateConnectionInput } from "./schema.ts";
import { readServiceAccount } from "./read-service-account.ts";

/** A way to a provider that has all its kind needs. */
type CompleteConnection = ProviderConnection & { provider: ConnectableProvider };

/** Says what each kind needs; AppError `invalid-input` names what is missing, and where to find it. */
export function completeConnection(input: CreateConnectionInput): CompleteConnection {
  const { provider, baseUrl = null, apiKey = null, project = null, region = null } = input;
  const given = { provider, baseUrl, apiKey, project, region };
  switch (provider) {
    case "openai-compatible":
      require(baseUrl, "Enter the address of the server, like http://localhost:11434/v1.");
      return given;
    case "azure-openai":
      require(baseUrl, "Enter the endpoint of the resource, like https://my-resource.openai.azure.com.");
      require(apiKey, "Paste a key of the resource.");
      return given;
    case "vertex": {
      const account = readServiceAccount(require(apiKey, "Paste the JSON of a service account's key."));
      require(region, "Enter the region in which the models are asked, like europe-west1 or global.");
      return { ...given, apiKey: account.json, project: project ?? account.projectId };
    }
    case "openai":
    case "anthropic":
    case "google":
      require(apiKey, "Paste the key of your account at the provider.");
      return given;
  }
}

function require<Given>(given: Given | null, userMessage: string): Given {
  if (given === null) throw new AppError("invalid-input", { userMessage });
  return given;
}
