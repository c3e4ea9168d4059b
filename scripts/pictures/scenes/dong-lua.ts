import { between, chance } from "../chance.ts";
import { karst } from "../hills.ts";
import { box, Mesh, sheet, tube } from "../mesh.ts";
import { person } from "../people.ts";
import { blades, tree } from "../plants.ts";
import type { Scene } from "../scene.ts";
import { sky } from "../skies.ts";
import { ground, leaf, paint, water } from "../stuff.ts";
import { hex, scale, unit, type Vec } from "../vec.ts";

/** Young rice in water below limestone hills, a farmer on the dike. */
export function scene(): Scene {
  const mesh = new Mesh();
  const one = chance(31);
  mesh.quad(water("#2a2c20", 0.02, 1.5, 1), [-300, 0, 20], [300, 0, 20], [300, 0, -160], [-300, 0, -160]);
  mesh.quad(
    ground("#6f8434", "#8e9a45", 0.03, 0.6),
    [-900, 0.3, -120],
    [900, 0.3, -120],
    [900, 0.3, -1200],
    [-900, 0.3, -1200],
  );
  const rice = leaf("#6f9a2c", "#a9bd4e", 0.65);
  for (const [from, to, gap] of [
    [2.2, 16, 0.3],
    [16, 42, 0.5],
    [42, 118, 1.15],
  ] as const) {
    for (let z = from; z < to; z += gap) {
      const half = z * 0.85 + 3;
      for (let x = -half; x < half; x += gap * 0.8) {
        const [px, pz] = [x + between(one, -0.07, 0.07), -z + between(one, -0.07, 0.07)];
        if (Math.abs(px + 0.9 + pz * 0.075) < 0.55 || Math.abs(pz + 21) < 0.8 || Math.abs(pz + 52) < 1) continue;
        blades(
          mesh,
          rice,
          gap < 0.4 ? 9 : 6,
          (c) => [px + between(c, -0.05, 0.05), 0, pz + between(c, -0.05, 0.05)],
          gap > 1 ? 0.62 : 0.48,
          Math.floor(px * 991 + pz * 37) >>> 0,
          gap > 1 ? 0.16 : 0.05,
        );
      }
    }
  }
  const earth = ground("#5c4a30", "#6a6a35", 1.5);
  const dike = (a: Vec, b: Vec, w: number) => {
    sheet(
      mesh,
      earth,
      (u, v) => {
        const t = Math.max(0, Math.cos((u - 0.5) * Math.PI));
        const [dx, dz] = [b[0] - a[0], b[2] - a[2]];
        const l = Math.hypot(dx, dz);
        return [
          a[0] + dx * v - (dz / l) * w * (u - 0.5),
          -0.1 + 0.36 * t ** 0.6,
          a[2] + dz * v + (dx / l) * w * (u - 0.5),
        ];
      },
      10,
      60,
    );
    blades(
      mesh,
      leaf("#54702a", "#8a9440"),
      5200,
      (c) => {
        const t = c() ** 1.5;
        return [
          a[0] + (b[0] - a[0]) * t + between(c, -w, w) * 0.42,
          0.12,
          a[2] + (b[2] - a[2]) * t + between(c, -w, w) * 0.42,
        ];
      },
      0.2,
      8,
    );
  };
  dike([-0.9 + 0.1, 0, 3], [-0.9 + 0.075 * 60, 0, -60], 0.9);
  dike([-60, 0, -21], [70, 0, -21], 1.1);
  dike([-110, 0, -52], [120, 0, -52], 1.4);
  mesh.place(
    person({ seed: 8, doing: "walk", hat: "cone", top: "#5a4468", legs: "#22262e" }),
    [0.32, 0.26, -16.4],
    2.95,
    1.02,
  );
  tube(mesh, paint("#7a5c34"), [-0.5, 1.62, -16.1], [1.15, 1.6, -16.75], 0.02);
  for (const [x, z] of [
    [-0.5, -16.1],
    [1.15, -16.75],
  ] as const) {
    tube(mesh, paint("#3d3222"), [x, 1.6, z], [x, 0.95, z], 0.006, 0.006, 4);
    tube(mesh, paint("#a07c46"), [x, 0.75, z], [x, 0.95, z], 0.16, 0.24, 12);
    blades(mesh, rice, 160, (c) => [x + between(c, -0.18, 0.18), 0.9, z + between(c, -0.18, 0.18)], 0.4, 77);
  }
  for (const [x, z] of [
    [-17, -36],
    [-15.6, -36.8],
    [13, -58],
    [21, -43],
    [9.5, -64],
  ] as const) {
    mesh.place(person({ seed: Math.abs(x) + 4, doing: "reach", hat: "cone" }), [x, -0.1, z], x, 1);
  }
  const crown = [1, 2].map((seed) =>
    tree({ seed: seed + 40, height: 8, leaves: 2500, leaf: 0.55, from: 0.2, wide: 0.55 }),
  );
  for (let i = 0; i < 60; i++)
    mesh.place(crown[i % 2] as Mesh, [between(one, -150, 150), 0, between(one, -190, -150)], i, between(one, 0.5, 1.2));
  box(mesh, paint("#c8b48a"), [-34, 0, -150], [9, 4, 6], 0.3);
  box(mesh, paint("#8a4a34"), [-34, 4, -150], [10, 1.2, 7], 0.3);
  const towers: [number, number, number, number][] = [
    [-95, -330, 62, 130],
    [-30, -420, 55, 95],
    [70, -360, 70, 150],
    [150, -480, 80, 170],
    [-190, -480, 85, 160],
    [25, -640, 70, 120],
    [-110, -700, 90, 150],
    [260, -520, 80, 120],
    [120, -800, 100, 190],
    [-330, -640, 90, 180],
  ];
  towers.forEach(([x, z, r, h], i) => {
    karst(mesh, x, z, r, h, i * 3.7 + 1);
  });
  const toward: Vec = unit([-0.8, 0.36, -0.25]);
  return {
    width: 2400,
    height: 1600,
    seed: 3,
    mesh,
    eye: [-0.2, 2.1, 3.5],
    at: [1.4, 3.6, -24],
    angle: 42,
    focus: 18,
    lens: 0.01,
    sky: sky({
      zenith: hex("#6f9fd8"),
      horizon: hex("#e6e2cf"),
      glow: scale(hex("#ffe6b8"), 1.5),
      toward,
      clouds: { share: 0.56, lit: scale(hex("#fff6e6"), 1.25), dark: hex("#a4aebe"), size: 0.9 },
    }),
    sun: { toward, light: scale(hex("#ffd9a4"), 5.2), spread: 0.012 },
    haze: {
      thick: 0.0021,
      thins: 0.012,
      light: (d) => scale(hex("#dbe0dc"), 0.8 + 0.35 * Math.max(0, d[0] * toward[0] + d[2] * toward[2]) ** 4),
    },
    look: { exposure: 0.68, shadows: [0.97, 1, 1.04], lights: [1.02, 1, 0.96], contrast: 0.25, saturation: 1.02 },
  };
}
