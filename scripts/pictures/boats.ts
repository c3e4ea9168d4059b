import { box, Mesh, sheet } from "./mesh.ts";
import { paint } from "./stuff.ts";

/** A narrow wooden boat with raised ends, lying along x, its floor at the water. */
export function sampan(long: number, wide = 1.05, colour = "#3e2c1f"): Mesh {
  const mesh = new Mesh();
  const wood = paint(colour, 0.3, 7);
  const shape = (u: number) => Math.max(0.02, Math.sin(Math.PI * Math.min(1, Math.max(0, u)))) ** 0.55;
  const rise = (u: number) => 0.5 * Math.abs(2 * u - 1) ** 2.6;
  const hull = (scaleBy: number) => (u: number, v: number) => {
    const a = (v - 0.5) * 2.7;
    const w = (wide / 2) * shape(u) * scaleBy;
    return [
      (u - 0.5) * long,
      rise(u) + 0.34 - 0.42 * Math.cos(a) * scaleBy * shape(u) ** 0.4,
      Math.sin(a) * w,
    ] as const;
  };
  sheet(mesh, wood, hull(1), 28, 10);
  sheet(mesh, paint("#6b4f36", 0.3, 7), hull(0.9), 28, 10);
  for (const at of [-0.28, 0, 0.28]) box(mesh, wood, [at * long, 0.2, 0], [0.22, 0.04, wide * 0.85]);
  return mesh;
}
