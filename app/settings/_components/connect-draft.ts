/** What has been typed so far to connect a provider. */
export type ConnectDraft = Record<"apiKey" | "baseUrl" | "label" | "project" | "region", string>;
