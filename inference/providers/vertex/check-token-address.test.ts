import { expect, test } from "vitest";
import { checkTokenAddress } from "./check-token-address.ts";

test.each([
  "https://oauth2.googleapis.com/token",
  "https://accounts.google.com/o/oauth2/token",
  "https://sts.googleapis.com/v1/token",
])("%s is Google's", (address) => {
  expect(checkTokenAddress(address, null)).toBe(address);
});

test.each([
  "http://oauth2.googleapis.com/token",
  "https://oauth2.googleapis.com.example.org/token",
  "https://example.org/oauth2.googleapis.com/token",
  "https://me@oauth2.googleapis.com/token",
  "https://oauth2.googleapis.com:8443/token",
  "http://169.254.169.254/computeMetadata/v1/",
  "http://127.0.0.1/token",
  "file:///etc/passwd",
  "no address",
])("%s is not, and is not asked", (address) => {
  const refused = expect.objectContaining({ code: "provider-key-invalid", isRetryable: false });
  expect(() => checkTokenAddress(address, null)).toThrow(refused);
  expect(() => checkTokenAddress(address, "https://proxy.example.net")).toThrow(refused);
});

test("tokens may be granted where an administrator has the models of Vertex", () => {
  expect(checkTokenAddress("http://10.0.0.1:8080/token", "http://10.0.0.1:8080/google")).toBe(
    "http://10.0.0.1:8080/token",
  );
  expect(() => checkTokenAddress("http://10.0.0.1/token", "http://10.0.0.1:8080")).toThrow();
});
