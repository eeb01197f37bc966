import type { MetadataRoute } from "next";

/** Lets the page be installed like an application. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Polylogue",
    short_name: "Polylogue",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#fcfbf8",
    theme_color: "#fcfbf8",
    icons: [
      { src: "/icon.svg", type: "image/svg+xml", sizes: "any" },
      { src: "/icon-192.png", type: "image/png", sizes: "192x192" },
      { src: "/icon-512.png", type: "image/png", sizes: "512x512" },
      { src: "/icon-512.png", type: "image/png", sizes: "512x512", purpose: "maskable" },
    ],
  };
}
