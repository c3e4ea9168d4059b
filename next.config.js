import createNextIntlPlugin from "next-intl/plugin";

/**
 * Readers never meet Next directly: server/ stands in front of it, strips its pages and compresses them once.
 * @type {import("next").NextConfig}
 */
const config = {
  poweredByHeader: false,
  // For the desk. The front asks for readers' pages as they are, and compresses and tags what it keeps itself.
  compress: true,
  generateEtags: false,
  // Title and description stand in <head> of dynamic pages for everybody, not only for robots.
  htmlLimitedBots: /.*/,
  // Pictures are scaled when they are uploaded; there is no second image server behind ours.
  images: { unoptimized: true },
  // Found where they lie. Who queues the first job loads pg-boss: bundled, it would be a second one beside the worker's. Only
  // who has such a store loads the library for it.
  serverExternalPackages: ["pg-boss", "@aws-sdk/client-s3", "@aws-sdk/lib-storage"],
  // `npm test` checks the types; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Otherwise `npm run dev` prints what actions are called with: passwords and one-time links.
  logging: { serverFunctions: false },
  experimental: {
    serverActions: { bodySizeLimit: "3mb" },
    // In development React would wait for a second channel that does not reach the browser through our server.
    reactDebugChannel: false,
  },
};

export default createNextIntlPlugin("./i18n/request.ts")(config);
