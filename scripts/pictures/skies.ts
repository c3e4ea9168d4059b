import { fbm } from "./chance.ts";
import { clamp, dot, mix, scale, smooth, type Vec } from "./vec.ts";

export type SkyColours = {
  zenith: Vec;
  horizon: Vec;
  glow?: Vec;
  toward?: Vec;
  clouds?: { share: number; lit: Vec; dark: Vec; size?: number };
};

/** A sky: from horizon to zenith, brighter about the sun, with clouds as they lie on a plane far up. */
export function sky(colours: SkyColours): (d: Vec, fine: boolean) => Vec {
  return (d, fine) => {
    const up = Math.max(0, d[1]);
    let light = mix(colours.horizon, colours.zenith, 1 - Math.exp(-4.2 * up));
    const { toward, glow, clouds } = colours;
    const near = toward ? clamp(dot(d, toward)) : 0;
    if (glow) {
      const by = 0.35 * near ** 6 + 0.65 * near ** 48 + (fine ? 5 * smooth(0.99965, 0.9998, near) : 0);
      light = mix(light, glow, clamp(by * 0.8));
      if (by > 1) light = scale(light, by);
    }
    if (clouds && fine && d[1] > 0.005) {
      const size = clouds.size ?? 1;
      const [x, z] = [(d[0] / (d[1] + 0.09)) * 1.3 * size, (d[2] / (d[1] + 0.09)) * 1.3 * size];
      const bulk = fbm(x, z, 3.7, 6);
      const thick = smooth(1 - clouds.share, 1 - clouds.share + 0.28, bulk) * smooth(0, 0.1, d[1]);
      const edge = fbm(x + (toward?.[0] ?? 0) * 0.12, z + (toward?.[2] ?? 0) * 0.12, 3.7, 4);
      const lit = mix(clouds.dark, clouds.lit, clamp(0.5 + (bulk - edge) * 3.5 + near * near * 0.4));
      light = mix(light, lit, thick * 0.85);
    }
    return light;
  };
}
