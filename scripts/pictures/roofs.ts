import { fbm, noise } from "./chance.ts";
import { ball, box, type Material, type Mesh, sheet, tube } from "./mesh.ts";
import { hex, mix, scale, smooth, unit, type Vec } from "./vec.ts";

/** Old fish-scale tiles: rows across the slope, moss in patches. `down` says along which axis the slope falls. */
export function oldTiles(down: "x" | "z"): Material {
  const [a, b, moss] = [hex("#6b4a3a"), hex("#443029"), hex("#45432f")];
  const split = (p: Vec) => (down === "z" ? ([p[0], p[2]] as const) : ([p[2], p[0]] as const));
  return {
    colour: (p) => {
      const [u, v] = split(p);
      const row = Math.floor(v / 0.17);
      const one = noise(Math.floor(u / 0.16 + (row % 2) * 0.5) * 3.7, row * 5.3);
      const edge = smooth(0, 0.22, v / 0.17 - row);
      return scale(mix(mix(a, b, one), moss, smooth(0.45, 0.75, fbm(u * 0.5, v * 0.5, 4, 4))), 0.45 + 0.65 * edge);
    },
    bend: (p, n) => {
      const [u, v] = split(p);
      const row = Math.floor(v / 0.17);
      const round = Math.sin((u / 0.16 + (row % 2) * 0.5) * Math.PI * 2) * 0.16;
      return unit(down === "z" ? [n[0] + round, n[1], n[2]] : [n[0], n[1], n[2] + round]);
    },
  };
}

/**
 * The roof of a communal house on `at`: low and wide, its faces sagging a little, its corners rising like knives.
 * `half` is half the width and half the depth of the eaves, `ridge` half the length of the ridge.
 */
export function hallRoof(
  mesh: Mesh,
  at: Vec,
  half: readonly [number, number],
  high: number,
  ridge: number,
  lift: number,
): void {
  const [w, d] = half;
  const rise = (v: number) => high * (0.62 * v + 0.38 * v * v);
  const corner = (u: number, v: number) => lift * Math.abs(2 * u - 1) ** 7 * (1 - v) ** 2.2;
  const front =
    (side: number) =>
    (u: number, v: number): Vec => {
      const x = (2 * u - 1) * (w + (ridge - w) * v);
      return [at[0] + x * side, at[1] + rise(v) + corner(u, v), at[2] + side * d * (1 - v)];
    };
  const end =
    (side: number) =>
    (u: number, v: number): Vec => [
      at[0] + side * (w + (ridge - w) * v),
      at[1] + rise(v) + corner(u, v),
      at[2] - side * (2 * u - 1) * d * (1 - v),
    ];
  for (const side of [1, -1]) {
    sheet(mesh, oldTiles("z"), front(side), 70, 26);
    sheet(mesh, oldTiles("x"), end(side), 50, 26);
    const under: Material = { colour: hex("#2a1a10") };
    const below =
      (of: (u: number, v: number) => Vec) =>
      (u: number, v: number): Vec => {
        const p = of(u, v * 0.9);
        return [p[0], p[1] - 0.16, p[2]];
      };
    sheet(mesh, under, below(front(side)), 40, 8);
    sheet(mesh, under, below(end(side)), 30, 8);
  }
  const plaster: Material = { colour: (p) => scale(hex("#a39a84"), 0.5 + 0.8 * fbm(p[0] * 2, p[1] * 3, p[2] * 2, 4)) };
  for (const [sx, sz] of [
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1],
  ] as const) {
    for (let s = 0; s < 12; s++) {
      const p = (t: number): Vec => {
        const v = t;
        return [
          at[0] + sx * (w + (ridge - w) * v),
          at[1] + rise(v) + lift * (1 - v) ** 2.2 + 0.06,
          at[2] + sz * d * (1 - v),
        ];
      };
      tube(mesh, plaster, p(s / 12), p((s + 1) / 12), 0.15, 0.15, 6);
    }
    const tip: Vec = [at[0] + sx * w, at[1] + lift, at[2] + sz * d];
    tube(mesh, plaster, tip, [tip[0] + sx * 0.35, tip[1] + 0.5, tip[2] + sz * 0.35], 0.15, 0.04, 8);
    tube(
      mesh,
      plaster,
      [tip[0] + sx * 0.35, tip[1] + 0.5, tip[2] + sz * 0.35],
      [tip[0] + sx * 0.15, tip[1] + 0.85, tip[2] + sz * 0.15],
      0.06,
      0.02,
      8,
    );
  }
  box(mesh, plaster, [at[0], at[1] + high - 0.15, at[2]], [ridge * 2 + 0.3, 0.55, 0.35]);
  for (const side of [-1, 1]) {
    for (let s = 0; s < 10; s++) {
      const p = (t: number): Vec => [
        at[0] + side * (ridge + 0.1 + 0.75 * Math.sin(t * 2.6) - 0.2 * t),
        at[1] + high + 0.25 + 1.15 * t,
        at[2],
      ];
      tube(mesh, plaster, p(s / 10), p((s + 1) / 10), 0.2 - 0.014 * s, 0.19 - 0.014 * s, 8);
    }
    for (let k = 0; k < 6; k++)
      ball(
        mesh,
        plaster,
        [at[0] + side * (0.9 + k * 0.55), at[1] + high + 0.5 + 0.16 * Math.sin(k * 1.8), at[2]],
        [0.34, 0.2, 0.14],
        8,
      );
  }
  ball(mesh, plaster, [at[0], at[1] + high + 0.85, at[2]], 0.38, 10);
}
