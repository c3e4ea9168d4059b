import createNextIntlPlugin from "next-intl/plugin";

/**
 * Readers never meet Next directly: server/ stands in front of it, strips its pages and compresses them once.
 * @type {import("next").NextConfig}
 */
const config = {
  poweredByHeader: false,
  // The front compresses and tags what it keeps; the desk's pages are never kept.
  compress: false,
  generateEtags: false,
  // Title and description stand in <head> of dynamic pages for everybody, not only for robots.
  htmlLimitedBots: /.*/,
  // Pictures are scaled when they are uploaded; there is no second image server behind ours.
  images: { unoptimized: true },
  // `npm test` checks the types; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  experimental: { serverActions: { bodySizeLimit: "3mb" } },
};

export default createNextIntlPlugin("./i18n/request.ts")(config);
