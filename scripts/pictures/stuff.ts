import { fbm, noise } from "./chance.ts";
import type { Material } from "./mesh.ts";
import { hex, mix, scale, smooth, unit, type Vec } from "./vec.ts";

/** One colour, a little uneven as painted things are. */
export function paint(code: string, uneven = 0.12, size = 3): Material {
  const colour = hex(code);
  return { colour: (p) => scale(colour, 1 - uneven + 2 * uneven * fbm(p[0] * size, p[1] * size, p[2] * size, 3)) };
}

/** A wall that has seen rains: darker at the foot and in streaks. */
export function wall(code: string, dirt = 0.5): Material {
  const colour = hex(code);
  const stain = scale(colour, 0.45);
  return {
    colour: (p) => {
      const streak = fbm(p[0] * 2.2 + p[2] * 2.2, p[1] * 0.35, 1.5, 4);
      const foot = smooth(1.2, 0, p[1] - 0.5 * fbm(p[0], p[2], 0, 3));
      return mix(colour, stain, dirt * Math.min(1, smooth(0.45, 0.8, streak) + 0.6 * foot));
    },
  };
}

export const cloth = (code: string, through = 0.35): Material => ({ ...paint(code, 0.06, 5), through });
export const shiny = (code: string, mirror = 0.05, rough = 0.15): Material => ({ ...paint(code, 0.05), mirror, rough });
export const leaf = (code: string, other: string, through = 0.55): Material => {
  const [a, b] = [hex(code), hex(other)];
  return { colour: (p) => mix(a, b, noise(p[0] * 3.1, p[1] * 3.1, p[2] * 3.1)), through };
};
export const glowing = (code: string, strength: number): Material => ({
  colour: [0, 0, 0],
  emit: scale(hex(code), strength),
  lamp: true,
});

/** Ground of two colours that change by patches, fine and coarse. */
export function ground(code: string, other: string, size = 0.4, fine = 9): Material {
  const [a, b] = [hex(code), hex(other)];
  return {
    colour: (p) => {
      const t = smooth(0.3, 0.7, fbm(p[0] * size, p[2] * size, 0.5, 5));
      return scale(mix(a, b, t), 0.75 + 0.5 * fbm(p[0] * fine, p[2] * fine, 0.5, 3));
    },
  };
}

/** Paving: tiles of a size in metres with joints, each a little different. */
export function tiles(code: string, size: number, joint = 0.03, more: Partial<Material> = {}): Material {
  const colour = hex(code);
  return {
    ...more,
    colour: (p, n) => {
      const [a, b] = Math.abs(n[1]) > 0.5 ? [p[0], p[2]] : Math.abs(n[0]) > 0.5 ? [p[2], p[1]] : [p[0], p[1]];
      const [u, v] = [a / size, b / size];
      const [i, j] = [Math.floor(u), Math.floor(v)];
      const inside = Math.min(u - i, 1 - (u - i), v - j, 1 - (v - j)) * size;
      const own = 0.82 + 0.3 * noise(i * 7.3 + 0.5, j * 5.7 + 0.5) + 0.12 * (fbm(p[0] * 2, p[2] * 2, 0, 4) - 0.5);
      return scale(colour, own * (inside < joint / 2 ? 0.5 : 1));
    },
  };
}

/** Wet or polished floors show what stands on them. */
export function ripples(strength: number, size: number, stretch = 1): NonNullable<Material["bend"]> {
  return (p, n, far) => {
    const e = 0.15;
    const at = (x: number, z: number) => fbm((x * size) / stretch, z * size, 0, 4);
    const here = at(p[0], p[2]);
    const calm = strength / (1 + far * 0.012);
    const [dx, dz] = [(at(p[0] + e, p[2]) - here) / e, (at(p[0], p[2] + e) - here) / e];
    return unit([n[0] - dx * calm, n[1], n[2] - dz * calm]);
  };
}

/** Water: what it holds, and how rough it lies. */
export const water = (code: string, strength = 0.05, size = 1.2, stretch = 2.5): Material => ({
  colour: hex(code),
  mirror: 0.03,
  bend: ripples(strength, size, stretch),
});

export const white = (v: number): Vec => [v, v, v];
