import { fbm } from "./chance.ts";
import { type Material, type Mesh, sheet } from "./mesh.ts";
import { hex, mix, scale, smooth } from "./vec.ts";

/** Limestone: grey where it is steep, green where something can hold on. */
export const LIMESTONE: Material = {
  colour: (p, n) => {
    const patch = fbm(p[0] * 0.06, p[1] * 0.05, p[2] * 0.06, 5);
    const rock = scale(hex("#8d8a7c"), 0.5 + 0.9 * fbm(p[0] * 0.25, p[1] * 0.06, p[2] * 0.25, 4));
    const green = mix(hex("#2c4420"), hex("#56682e"), fbm(p[0] * 0.2, p[1] * 0.2, p[2] * 0.2, 4));
    return mix(rock, green, smooth(0.3, 0.62, n[1] * 0.55 + patch * 0.62));
  },
};

/** A karst tower with its foot at x, z: steep sides, a round head, furrowed by water. */
export function karst(mesh: Mesh, x: number, z: number, r: number, high: number, seed: number): void {
  sheet(
    mesh,
    LIMESTONE,
    (u, v) => {
      const a = u * Math.PI * 2;
      const [c, s] = [Math.cos(a), Math.sin(a)];
      const body = r * (1 - v) ** 0.42 * (0.7 + 0.6 * fbm(c * 1.4 + seed, s * 1.4, v * 2.2, 4));
      const rough = r * 0.13 * (fbm(c * 5 + seed, s * 5, v * 7, 4) - 0.5);
      const head = high * (0.86 + 0.3 * fbm(c * 1.1 + seed * 2, s * 1.1, 0, 3));
      return [x + c * (body + rough), -1 + head * v ** 0.92 + rough * 0.7, z + s * (body + rough)];
    },
    90,
    60,
  );
}
