/** The system under test: the real processes behind one port, and the simulator as the only provider. */
export const SYSTEM = {
  port: 4310,
  url: "http://127.0.0.1:4310",
  simulatorPort: 4311,
  simulatorUrl: "http://127.0.0.1:4311/v1",
  /** The one key that the simulator accepts. */
  simulatorKey: "sim-key",
  admin: { email: "ada@example.org", password: "the first of all passwords" },
} as const;
