import type { NextConfig } from "next";
import { CLIENT_FRAME_BYTES_MAX } from "./contracts/socket-constants.ts";

const config: NextConfig = {
  poweredByHeader: false,
  devIndicators: false,
  // Development is opened by address, too.
  allowedDevOrigins: ["127.0.0.1"],
  // Its tables are megabytes of script: to bundle them takes longer than the whole rest.
  serverExternalPackages: ["gpt-tokenizer"],
  // `npm run types` checks them, once, with the same compiler settings.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [{ source: "/:path*", headers: [{ key: "x-content-type-options", value: "nosniff" }] }],
  experimental: {
    optimizePackageImports: ["lucide-react", "@base-ui/react"],
    // Because proxy.ts exists the body of any request is kept in memory before its route is asked, for anybody: no more than a route takes.
    proxyClientMaxBodySize: CLIENT_FRAME_BYTES_MAX,
  },
};

export default config;
