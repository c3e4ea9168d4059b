import { sampan } from "../boats.ts";
import { between, chance, fbm } from "../chance.ts";
import { ball, box, Mesh, sheet, tube } from "../mesh.ts";
import { person } from "../people.ts";
import { tree } from "../plants.ts";
import type { Lamp, Scene } from "../scene.ts";
import { sky } from "../skies.ts";
import { glowing, ground, paint, water } from "../stuff.ts";
import { hex, scale, unit, type Vec } from "../vec.ts";

/** The new bridge over the mouth of the lake after sunset, its lamps in the water. */
export function scene(): Scene {
  const mesh = new Mesh();
  const one = chance(101);
  mesh.quad(water("#0a1016", 0.055, 0.6, 3), [-500, 0, 40], [500, 0, 40], [500, 0, -500], [-500, 0, -500]);
  const stone = paint("#a89e8e", 0.25, 1);
  const rise = (x: number) => 3.1 + 2.1 * Math.cos((x / 34) * (Math.PI / 2));
  const z = -31;
  sheet(mesh, stone, (u, v) => [-34 + 68 * u, rise(-34 + 68 * u) - 0.9 * v, z + 2.4], 80, 2);
  sheet(mesh, paint("#6f675c"), (u, v) => [-34 + 68 * u, rise(-34 + 68 * u), z + 2.4 - 4.8 * v], 80, 2);
  for (let k = -2; k <= 2; k++) {
    const [middle, half] = [k * 12.6, 5.4];
    sheet(
      mesh,
      stone,
      (u, v) => {
        const x = middle + (2 * u - 1) * half;
        const arch = -0.4 + 0.78 * (rise(middle) - 0.5) * Math.sqrt(Math.max(0, 1 - (2 * u - 1) ** 2)) ** 1.0;
        return [x, arch + (rise(x) - 0.9 - arch) * v, z + 2.4];
      },
      40,
      4,
    );
    sheet(
      mesh,
      paint("#57503f"),
      (u, v) => {
        const arch = -0.4 + 0.78 * (rise(middle) - 0.5) * Math.sqrt(Math.max(0, 1 - (2 * u - 1) ** 2));
        return [middle + (2 * u - 1) * half, arch, z + 2.4 - 4.8 * v];
      },
      40,
      3,
    );
    for (const side of [-1, 1]) {
      const x = middle + side * (half + 0.45);
      box(mesh, stone, [x, -2, z], [0.92, rise(x) + 1.2, 4.8]);
      box(mesh, paint("#8d8474"), [x, -1, z + 2.6], [1.3, 2.0, 0.8]);
    }
  }
  const lamps: Lamp[] = [];
  for (let x = -33; x <= 33; x += 1.1) box(mesh, stone, [x, rise(x), z + 2.3], [0.14, 0.85, 0.14]);
  for (const up of [0.4, 0.85])
    sheet(mesh, stone, (u, v) => [-34 + 68 * u, rise(-34 + 68 * u) + up + 0.1 * v, z + 2.3], 80, 1);
  for (let x = -30; x <= 30; x += 7.5) {
    tube(mesh, paint("#2a2a2a"), [x, rise(x) + 0.9, z + 2.3], [x, rise(x) + 3.1, z + 2.3], 0.06);
    ball(mesh, glowing("#ffcf88", 34), [x, rise(x) + 3.25, z + 2.3], 0.21, 10);
    lamps.push({ at: [x, rise(x) + 2.4, z + 3.9], radius: 0.2, light: scale(hex("#ffb868"), 46) });
  }
  for (let k = -2; k <= 2; k++)
    lamps.push({ at: [k * 12.6, 0.5, z + 0.5], radius: 0.3, light: scale(hex("#ff9a4a"), 70) });
  for (let i = 0; i < 15; i++) {
    const x = between(one, -26, 26);
    mesh.place(
      person({ seed: i + 30, doing: i % 3 === 0 ? "stand" : "walk", hat: i % 5 === 0 ? "cone" : "none" }),
      [x, rise(x), z + 1.6],
      i % 2 ? 1.57 : -1.57,
    );
  }
  const crown = [1, 2].map((seed) =>
    tree({ seed: seed + 5, height: 10, leaves: 5200, leaf: 0.42, from: 0.25, wide: 0.6 }),
  );
  for (let i = 0; i < 46; i++) {
    const side = i % 2 ? 1 : -1;
    mesh.place(
      crown[i % 2] as Mesh,
      [side * between(one, 33, 88), 0.4, between(one, -62, -34)],
      i,
      between(one, 0.6, 1.25),
    );
  }
  const afar = tree({ seed: 8, height: 10, leaves: 1500, leaf: 0.8, from: 0.2, wide: 0.6 });
  for (let i = 0; i < 60; i++)
    mesh.place(afar, [between(one, -150, 150), 0, between(one, -190, -160)], i, between(one, 0.6, 1.4));
  for (const side of [-1, 1])
    sheet(
      mesh,
      ground("#30301f", "#3c3a28"),
      (u, v) => [side * (31 + 120 * u), -0.3 + 1.6 * Math.min(1, u * 12), -26 - 60 * v],
      40,
      4,
    );
  for (let i = 0; i < 30; i++) {
    const [x, h] = [between(one, -130, 130), between(one, 5, 20)];
    box(mesh, paint("#2b2e36"), [x, 0, -205], [between(one, 6, 12), h, 8]);
    for (let k = 0; k < 8; k++)
      if (one() > 0.45)
        box(
          mesh,
          glowing("#ffce90", between(one, 1, 3)),
          [x + between(one, -3, 3), between(one, 1, h - 1), -200.8],
          [1, 1.2, 0.1],
        );
  }
  sheet(
    mesh,
    ground("#20262c", "#2a3036"),
    (u, v) => [-600 + 1200 * u, -2 + 120 * Math.max(0, fbm(u * 8, 6.4) - 0.25) * Math.sin(Math.PI * v), -520 - 100 * v],
    140,
    8,
  );
  const boat = sampan(5.4);
  boat.place(person({ seed: 3, doing: "reach", hat: "cone", top: "#3a3434" }), [-1.5, 0.22, 0], 1.5);
  tube(boat, paint("#3a2c1e"), [-0.9, 1.9, 0.15], [-2.4, -0.4, 0.5], 0.022);
  ball(boat, glowing("#ffbe6c", 18), [1.5, 0.95, 0], 0.09, 8);
  tube(boat, paint("#2a2018"), [1.5, 0.2, 0], [1.5, 0.9, 0], 0.02);
  lamps.push({ at: [-4.4, 1.1, -15.2], radius: 0.1, light: scale(hex("#ffb060"), 2.5) });
  mesh.place(boat, [-5.8, -0.03, -15.6], 0.25);
  const toward: Vec = unit([0.5, 0.02, -1]);
  return {
    width: 2400,
    height: 1350,
    seed: 10,
    mesh,
    eye: [2, 2.3, 3],
    at: [1.2, 3.4, -30],
    angle: 37,
    sky: sky({
      zenith: scale(hex("#2a3f74"), 0.9),
      horizon: hex("#e89a72"),
      glow: scale(hex("#ffb070"), 1.4),
      toward,
      clouds: { share: 0.55, lit: hex("#d8808a"), dark: scale(hex("#4d5684"), 0.9), size: 0.8 },
    }),
    lamps,
    haze: { thick: 0.0035, thins: 0.03, light: () => scale(hex("#b88a86"), 0.45) },
    look: { exposure: 1.0, shadows: [0.95, 1, 1.1], lights: [1.03, 1, 0.96], contrast: 0.2, glow: 0.15 },
  };
}
