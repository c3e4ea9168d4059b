/** Numbers from 0 to 1 that look like chance and are the same for the same seed (mulberry32). */
export type Chance = () => number;

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const between = (one: Chance, low: number, high: number): number => low + (high - low) * one();

export function oneOf<T>(one: Chance, of: readonly [T, ...T[]]): T {
  return of[Math.floor(one() * of.length)] ?? of[0];
}

function corner(x: number, y: number, z: number): number {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(z, 1440662683);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Smooth noise, 0 to 1, one bump a unit. */
export function noise(x: number, y: number, z = 0): number {
  const i = Math.floor(x);
  const j = Math.floor(y);
  const k = Math.floor(z);
  const u = ease(x - i);
  const v = ease(y - j);
  const near = layer(i, j, k, u, v);
  const w = ease(z - k);
  return w === 0 ? near : near + (layer(i, j, k + 1, u, v) - near) * w;
}

const ease = (t: number) => t * t * (3 - 2 * t);

function layer(i: number, j: number, k: number, u: number, v: number): number {
  const a = corner(i, j, k);
  const b = corner(i, j + 1, k);
  const low = a + (corner(i + 1, j, k) - a) * u;
  const high = b + (corner(i + 1, j + 1, k) - b) * u;
  return low + (high - low) * v;
}

/** Noise of many sizes one upon the other, about 0 to 1: clouds, ground, bark. */
export function fbm(x: number, y: number, z = 0, octaves = 5): number {
  let sum = 0;
  let height = 0.5;
  for (let o = 0; o < octaves; o++) {
    sum += height * noise(x + o * 17.3, y - o * 9.1, z);
    x *= 2.03;
    y *= 2.03;
    z *= 2.03;
    height /= 2;
  }
  return sum / (1 - 0.5 ** octaves);
}
