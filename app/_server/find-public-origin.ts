/**
 * The origin that people see in their address bar: PUBLIC_URL where it is set, else what the public
 * port wrote into X-Forwarded-Host and X-Forwarded-Proto (it drops what a client says there itself).
 */
export function findPublicOrigin(headers: Headers, publicUrl: string | undefined): string {
  if (publicUrl) return new URL(publicUrl).origin;
  const host = headers.get("x-forwarded-host") ?? headers.get("host") ?? "localhost";
  const scheme = headers.get("x-forwarded-proto") === "https" ? "https" : "http";
  const address = `${scheme}://${host}`;
  return URL.canParse(address) ? new URL(address).origin : "http://localhost";
}
