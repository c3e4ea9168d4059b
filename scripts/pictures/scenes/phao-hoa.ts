import { between, chance, fbm, oneOf } from "../chance.ts";
import { ball, box, Mesh, sheet, tube } from "../mesh.ts";
import { person } from "../people.ts";
import { tree } from "../plants.ts";
import type { Lamp, Scene } from "../scene.ts";
import { glowing, ground, paint, water } from "../stuff.ts";
import { along, hex, mix, scale, type Vec } from "../vec.ts";

/** One shell: sparks that slow down and fall, brighter where they are young. */
function burst(mesh: Mesh, at: Vec, r: number, code: string, tail: string, seed: number): void {
  const one = chance(seed);
  for (let i = 0; i < 150; i++) {
    const y = between(one, -1, 1);
    const t = one() * Math.PI * 2;
    const d: Vec = [Math.sqrt(1 - y * y) * Math.cos(t), y, Math.sqrt(1 - y * y) * Math.sin(t)];
    const reach = r * between(one, 0.82, 1.05);
    const p = (s: number): Vec => {
      const q = along(at, d, reach * (1 - Math.max(0, 1 - s) ** 1.8));
      return [q[0], q[1] - r * 0.28 * s * s, q[2]];
    };
    const start = between(one, 0.12, 0.3);
    for (let s = 0; s < 7; s++) {
      const [a, b] = [start + ((1 - start) * s) / 7, start + ((1 - start) * (s + 1)) / 7];
      const light = scale(mix(hex(tail), hex(code), s / 6), 0.5 + 3.4 * (s / 6) ** 1.5);
      tube(mesh, { colour: [0, 0, 0], emit: light, lamp: true }, p(a), p(b), r * 0.0046, r * 0.0052, 3);
    }
    if (i % 3 === 0) ball(mesh, { colour: [0, 0, 0], emit: scale(hex("#fff4e0"), 9), lamp: true }, p(1), r * 0.009, 3);
  }
}

/** Fireworks over the lake, and those who watch. */
export function scene(): Scene {
  const mesh = new Mesh();
  const one = chance(71);
  mesh.quad(water("#04060a", 0.09, 0.55, 3), [-600, -0.8, 40], [600, -0.8, 40], [600, -0.8, -420], [-600, -0.8, -420]);
  sheet(mesh, ground("#1c1f1a", "#262a22"), (u, v) => [-60 + 120 * u, -1 + Math.min(1, v * 30), -8.5 + 30 * v], 30, 90);
  sheet(
    mesh,
    ground("#0c1012", "#10151a"),
    (u, v) => {
      const x = -500 + 1000 * u;
      return [x, -2 + 70 * Math.max(0, fbm(x * 0.006, 5.2) - 0.22) * Math.sin(Math.PI * v), -380 - 80 * v];
    },
    120,
    8,
  );
  for (let i = 0; i < 70; i++) {
    const [x, h, w] = [between(one, -210, 210), between(one, 4, 17), between(one, 5, 11)];
    const z = between(one, -300, -270);
    box(mesh, paint("#15181c"), [x, -1, z], [w, h, 8]);
    for (let k = 0; k < h * 0.9; k++) {
      if (one() > 0.5)
        box(
          mesh,
          glowing(oneOf(one, ["#ffd08a", "#ffb45c", "#ffe8c8", "#cfe4ff"]), between(one, 0.6, 3)),
          [x + between(one, -w, w) * 0.42, between(one, 0, h - 2), z + 4.1],
          [0.8, 1, 0.1],
        );
    }
  }
  for (let x = -200; x < 200; x += 9) ball(mesh, glowing("#ffc070", 14), [x + between(one, -2, 2), 2.2, -262], 0.42, 5);
  const shells: [Vec, number, string, string][] = [
    [[-34, 96, -230], 44, "#ffcf6a", "#ff7a2a"],
    [[38, 122, -240], 56, "#ff5a6a", "#ffb070"],
    [[88, 66, -220], 30, "#7ad0ff", "#4a70ff"],
    [[-92, 70, -235], 33, "#ff8ae0", "#b04aff"],
    [[6, 52, -225], 22, "#b8ff9a", "#3ac070"],
  ];
  const lamps: Lamp[] = [];
  shells.forEach(([at, r, code, tail], i) => {
    burst(mesh, at, r, code, tail, i + 5);
    lamps.push({ at, radius: r * 0.4, light: scale(hex(code), r * 620) });
    tube(
      mesh,
      { colour: [0, 0, 0], emit: scale(hex("#ff9a4a"), 0.35), lamp: true },
      [at[0] * 0.75, 0, at[2]],
      [at[0], at[1] - r * 0.2, at[2]],
      0.12,
      0.3,
      4,
    );
  });
  for (let i = 0; i < 46; i++) {
    const x = -8 + i * 0.36 + between(one, -0.14, 0.14);
    const child = one() > 0.8;
    mesh.place(
      person({
        seed: i,
        doing: one() > 0.85 ? "reach" : "stand",
        tall: child ? 1.15 : between(one, 1.5, 1.72),
        hat: one() > 0.93 ? "cone" : "none",
      }),
      [x, 0, between(one, -6.5, -4.2)],
      Math.PI + between(one, -0.6, 0.6),
    );
  }
  for (let x = -14; x <= 14; x += 2) tube(mesh, paint("#22211f"), [x, 0, -7.1], [x, 0.95, -7.1], 0.05);
  tube(mesh, paint("#22211f"), [-14, 0.95, -7.1], [14, 0.95, -7.1], 0.045);
  const bough = tree({ seed: 3, height: 9, leaves: 26000, leaf: 0.2, from: 0.3, wide: 0.75, thick: 0.035 });
  mesh.place(bough, [-10.2, -0.2, -5.2], 1);
  mesh.place(bough, [10.4, -0.4, -6.4], 3.3, 0.85);
  return {
    width: 2400,
    height: 1600,
    seed: 7,
    mesh,
    eye: [0, 3.3, 3.4],
    at: [0, 7, -22],
    angle: 52,
    sky: (d, fine) => {
      const smoke = fine ? fbm(d[0] * 5, d[1] * 7, d[2] * 5, 5) : 0.4;
      return mix(scale(hex("#1f2a4c"), 0.7), scale(hex("#6a4656"), 1.2), Math.max(0, 0.75 - d[1] * 1.3) * smoke);
    },
    lamps,
    rest: [0.03, 0.03, 0.04],
    look: { exposure: 1.15, shadows: [0.95, 1, 1.1], contrast: 0.15, glow: 0.2, corners: 0.3 },
  };
}
