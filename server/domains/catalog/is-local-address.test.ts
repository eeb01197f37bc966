import { expect, test } from "vitest";
import { isLocalAddress } from "./is-local-address.ts";

test.each([
  "http://localhost:11434/v1",
  "http://127.0.0.1:8000",
  "http://127.8.9.1",
  "http://10.1.2.3:8000/v1",
  "http://172.31.0.1",
  "http://192.168.178.20:1234/v1",
  "http://[::1]:8000",
  "http://[fd00::1]:8000",
  "http://gpu-box:8000/v1",
  "http://studio.local:1234",
])("%s is near", (address) => {
  expect(isLocalAddress(address)).toBe(true);
});

test.each(["https://api.openai.com/v1", "http://8.8.8.8", "http://172.32.0.1", "http://[2001:db8::1]", "nonsense", ""])(
  "%s is not",
  (address) => {
    expect(isLocalAddress(address)).toBe(false);
  },
);
