declare module "heic-decode" {
  /** Unpacks the first picture of a HEIC, upright: four channels of eight bits. @throws when it is none, or broken */
  export default function decode(given: { buffer: Uint8Array }): Promise<{
    width: number;
    height: number;
    data: Uint8ClampedArray<ArrayBuffer>;
  }>;
}
