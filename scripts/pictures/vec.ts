/** A point, a direction, or light as red, green and blue (linear, 1 is white paper in the light of exposure 1). */
export type Vec = readonly [x: number, y: number, z: number];

export const add = (a: Vec, b: Vec): Vec => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const sub = (a: Vec, b: Vec): Vec => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vec, by: number): Vec => [a[0] * by, a[1] * by, a[2] * by];
export const times = (a: Vec, b: Vec): Vec => [a[0] * b[0], a[1] * b[1], a[2] * b[2]];
export const along = (a: Vec, d: Vec, by: number): Vec => [a[0] + d[0] * by, a[1] + d[1] * by, a[2] + d[2] * by];
export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec, b: Vec): Vec => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const unit = (a: Vec): Vec => scale(a, 1 / (Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]) || 1));
export const mix = (a: Vec, b: Vec, share: number): Vec => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];
export const clamp = (x: number, low = 0, high = 1): number => Math.min(high, Math.max(low, x));

/** 0 below `from`, 1 above `to`, smooth between. */
export function smooth(from: number, to: number, x: number): number {
  const t = clamp((x - from) / (to - from));
  return t * t * (3 - 2 * t);
}

/** Turned about the upright axis, by an angle in radians. */
export function turned(p: Vec, angle: number): Vec {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return [p[0] * c + p[2] * s, p[1], p[2] * c - p[0] * s];
}

/** A colour as designers write it ("#c8a06a"), in linear light. */
export function hex(code: string): Vec {
  const n = Number.parseInt(code.slice(1), 16);
  const linear = (byte: number) => (byte / 255) ** 2.2;
  return [linear((n >> 16) & 255), linear((n >> 8) & 255), linear(n & 255)];
}

/** Two directions that stand upright on `n` and on each other. */
export function frameOf(n: Vec): readonly [Vec, Vec] {
  const side = unit(cross(Math.abs(n[1]) > 0.9 ? [1, 0, 0] : [0, 1, 0], n));
  return [side, cross(n, side)];
}
