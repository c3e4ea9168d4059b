declare module "subset-font" {
  export default function subsetFont(
    font: Buffer,
    text: string | null,
    options: {
      targetFormat: "sfnt" | "truetype" | "woff2";
      noHinting?: boolean;
      keepAllGlyphs?: boolean;
      keepFeatures?: string[];
      variationAxes?: Record<string, number | { min: number; max: number; default: number }>;
    },
  ): Promise<Buffer>;
}
