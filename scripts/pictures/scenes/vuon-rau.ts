import { between, chance } from "../chance.ts";
import { type Material, Mesh, sheet, tube } from "../mesh.ts";
import { person } from "../people.ts";
import { blades, palm, tree } from "../plants.ts";
import type { Scene } from "../scene.ts";
import { sky } from "../skies.ts";
import { house } from "../streets.ts";
import { ground, leaf, paint } from "../stuff.ts";
import { hex, mix, scale, unit, type Vec } from "../vec.ts";

/** A head of greens: rings of bowed leaves with pale middles. */
function cabbage(seed: number, green: Vec, pale: Vec): Mesh {
  const mesh = new Mesh();
  const one = chance(seed);
  const m: Material = {
    colour: (p) => mix(pale, green, Math.min(1, Math.abs(Math.sin(p[0] * 23 + p[2] * 31)) * 0.5 + p[1] * 2)),
    through: 0.5,
  };
  for (let ring = 0; ring < 4; ring++) {
    for (let k = 0; k < 7; k++) {
      const turn = ((k + ring * 0.5) / 7) * 6.283 + between(one, -0.2, 0.2);
      const open = 0.25 + ring * 0.33;
      const long = 0.2 + ring * 0.035;
      sheet(
        mesh,
        m,
        (u, v) => {
          const out = long * (Math.sin(open) * v + 0.28 * v * v);
          const up = long * (Math.cos(open) * v - 0.3 * v * v) + 0.03;
          const side =
            (u - 0.5) * long * 1.05 * Math.sin(Math.PI * (0.12 + 0.8 * v)) + 0.008 * Math.sin(v * 30 + u * 20);
          const cup = 0.22 * long * (2 * u - 1) ** 2 + 0.012 * Math.sin(u * 25 + v * 9);
          return [
            Math.cos(turn) * (out - cup * 0.5) - Math.sin(turn) * side,
            up + cup,
            Math.sin(turn) * (out - cup * 0.5) + Math.cos(turn) * side,
          ];
        },
        6,
        6,
      );
    }
  }
  return mesh;
}

/** Beds of greens between the houses, watered before breakfast. */
export function scene(): Scene {
  const mesh = new Mesh();
  const one = chance(161);
  mesh.quad(ground("#5f4a32", "#6f5a3c", 0.5), [-60, 0, 12], [60, 0, 12], [60, 0, -60], [-60, 0, -60]);
  const soil = ground("#3f2c1d", "#54402a", 1.2, 16);
  const sorts = [
    cabbage(1, hex("#3f7a2a"), hex("#b8cc88")),
    cabbage(2, hex("#6a9a34"), hex("#cfdc9a")),
    cabbage(3, hex("#5a2f4a"), hex("#8a6a5a")),
    cabbage(4, hex("#2f6a3c"), hex("#9abf8a")),
  ];
  for (let bed = 0; bed < 9; bed++) {
    const x = -7.4 + bed * 1.75;
    sheet(
      mesh,
      soil,
      (u, v) => [
        x - 0.62 + 1.24 * u,
        -0.02 + 0.24 * Math.max(0, Math.sin(Math.PI * u)) ** 0.45 + 0.02 * Math.sin(v * 190 + u * 17),
        3.5 - 27 * v,
      ],
      12,
      160,
    );
    const kind = sorts[(bed * 3 + 1) % 4] as Mesh;
    if (bed % 4 === 2) {
      blades(
        mesh,
        leaf("#3f7a24", "#86b44a", 0.6),
        6500,
        (c) => [x + between(c, -0.45, 0.45), 0.2, 3.4 - 26 * c()],
        0.36,
        bed,
        0.06,
      );
      continue;
    }
    for (let z = 3.2; z > -23; z -= 0.56) {
      for (const dx of [-0.3, 0.3])
        mesh.place(
          kind,
          [x + dx + between(one, -0.05, 0.05), 0.19, z + between(one, -0.07, 0.07)],
          one() * 6,
          between(one, 0.75, 1.2),
        );
    }
  }
  const bamboo = paint("#a08a50", 0.3, 6);
  const vine = leaf("#3c7028", "#7aa840", 0.6);
  for (let i = 0; i < 10; i++) {
    const z = -1 - i * 1.6;
    for (const x of [8.2, 10.2]) tube(mesh, bamboo, [x, 0, z], [9.2, 2.6, z], 0.025, 0.02, 6);
    blades(
      mesh,
      vine,
      420,
      (c) => {
        const t = c();
        const side = c() > 0.5 ? 1 : -1;
        return [9.2 + side * (1 - t) * 1.0, 0.2 + 2.3 * t, z + between(c, -0.7, 0.7)];
      },
      0.2,
      i + 40,
      0.3,
    );
  }
  tube(mesh, bamboo, [9.2, 2.6, 0], [9.2, 2.6, -17], 0.025);
  const waters = new Mesh();
  waters.place(person({ seed: 6, doing: "reach", hat: "cone", top: "#7a4a62", legs: "#22262e" }), [0, 0, 0]);
  tube(waters, paint("#6a7478"), [0.18, 0.62, 0.46], [0.18, 0.92, 0.5], 0.13, 0.12, 14);
  tube(waters, paint("#6a7478"), [0.18, 0.68, 0.55], [0.2, 0.95, 0.95], 0.025, 0.04);
  for (let i = 0; i < 260; i++) {
    const t = one();
    const [sx, sz] = [0.2 + between(one, -0.22, 0.22) * (0.2 + t), 0.98 + 0.5 * t + between(one, -0.1, 0.1) * t];
    const y = 0.95 + 0.1 * t - 0.85 * t * t;
    tube(waters, { colour: [0.9, 0.92, 0.95], through: 0.9 }, [sx, y, sz], [sx, y - 0.04, sz + 0.01], 0.004, 0.003, 3);
  }
  mesh.place(waters, [0.55, 0, -6.4], 0.95);
  mesh.place(person({ seed: 16, doing: "squat", hat: "cone", top: "#c9b8a0" }), [-3.0, 0, -10.5], 1.4);
  mesh.place(person({ seed: 18, doing: "squat", hat: "cone", top: "#5a7a94" }), [4.0, 0, -15.5], -1.2);
  for (let i = 0; i < 10; i++)
    mesh.place(house({ seed: 800 + i * 7, width: 5, floors: 2 + (i % 3) }), [-24 + i * 5.2, 0, -34 - 2 * one()], 0);
  for (const [x, z, s] of [
    [-8.5, -21, 4],
    [-10.5, -24, 5],
    [12, -22, 6],
    [6, -26, 9],
    [-3, -27, 11],
  ] as const)
    mesh.place(palm(s, between(one, 5, 7.5), 14, 2.5), [x, 0, z], s);
  const crown = tree({ seed: 27, height: 8, leaves: 9000, leaf: 0.28, from: 0.25, wide: 0.6 });
  for (let i = 0; i < 12; i++)
    mesh.place(crown, [-26 + i * 4.8, 0, -29 + between(one, -1.5, 1)], i, between(one, 0.5, 0.95));
  const toward: Vec = unit([0.55, 0.34, -0.72]);
  return {
    width: 2400,
    height: 1600,
    seed: 16,
    mesh,
    eye: [-0.35, 1.55, 3.4],
    at: [0.3, 0.95, -9],
    angle: 42,
    focus: 8.5,
    lens: 0.025,
    sky: sky({ zenith: hex("#8cb0dc"), horizon: hex("#f4e2bc"), glow: scale(hex("#ffe2a8"), 2.0), toward }),
    sun: { toward, light: scale(hex("#ffcf90"), 7.5), spread: 0.012 },
    haze: {
      thick: 0.009,
      thins: 0.05,
      light: (d) => scale(hex("#f2dcb0"), 0.8 + 0.6 * Math.max(0, d[0] * toward[0] + d[2] * toward[2]) ** 5),
    },
    look: { exposure: 0.66, shadows: [0.97, 1, 1.04], lights: [1.03, 1, 0.94], contrast: 0.22 },
  };
}
