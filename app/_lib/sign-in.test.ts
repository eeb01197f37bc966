import { expect, it } from "vitest";
import { readSignInFailure } from "./sign-in.ts";

it.each([
  ["error=rate-limited&retryAfterSeconds=12", { error: "rate-limited", retryAfterSeconds: 12 }],
  ["error=invalid-credentials", { error: "invalid-credentials", retryAfterSeconds: null }],
  ["error=rate-limited&retryAfterSeconds=-1", { error: "rate-limited", retryAfterSeconds: null }],
  ["error=<script>", { error: "internal", retryAfterSeconds: null }],
  ["", { error: "internal", retryAfterSeconds: null }],
])("reads why a sign-in failed from %s", (query, failure) => {
  expect(readSignInFailure(new URLSearchParams(query))).toEqual(failure);
});
