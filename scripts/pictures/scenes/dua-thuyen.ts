import { sampan } from "../boats.ts";
import { between, chance } from "../chance.ts";
import { ball, box, Mesh, sheet, tube } from "../mesh.ts";
import { person } from "../people.ts";
import { blades, palm, tree } from "../plants.ts";
import { hallRoof } from "../roofs.ts";
import type { Scene } from "../scene.ts";
import { sky } from "../skies.ts";
import { cloth, ground, leaf, paint, wall, water } from "../stuff.ts";
import { hex, scale, unit, type Vec } from "../vec.ts";

/** A crew: four who row, one who beats the time, pennant at the bow. The bow is at −x. */
function crew(shirt: string, seed: number): Mesh {
  const one = chance(seed);
  const boat = sampan(6.4, 1.0, "#4a2f1d");
  for (let k = 0; k < 4; k++) {
    const x = -1.5 + k * 0.92;
    const who = person({ seed: seed + k, doing: "sit", top: shirt, legs: "#2a2a30" });
    boat.place(who, [x, -0.1, k % 2 ? 0.14 : -0.14], -Math.PI / 2 + between(one, -0.15, 0.15));
    const side = k % 2 ? 1 : -1;
    tube(boat, paint("#b08a50"), [x - 0.25, 0.95, side * 0.2], [x - 0.75, -0.1, side * 0.85], 0.02);
    ball(boat, paint("#b08a50"), [x - 0.8, -0.14, side * 0.9], [0.2, 0.14, 0.03], 8);
    for (let s = 0; s < 8; s++)
      ball(
        boat,
        { colour: [0.8, 0.85, 0.88], through: 0.5 },
        [x - 0.75 + between(one, -0.3, 0.4), between(one, 0, 0.3), side * between(one, 0.75, 1.15)],
        between(one, 0.006, 0.016),
        4,
      );
  }
  boat.place(
    person({ seed: seed + 9, doing: "stand", top: shirt, legs: "#2a2a30", hat: "cap" }),
    [2.2, 0.25, 0],
    -Math.PI / 2,
  );
  tube(boat, paint("#8a2a20"), [1.7, 0.3, 0], [1.7, 0.75, 0], 0.24, 0.24, 16);
  tube(boat, paint("#3a2a1c"), [-2.9, 0.5, 0], [-3.0, 1.9, 0], 0.015);
  sheet(
    boat,
    cloth(shirt, 0.6),
    (u, v) => [-3.0 + 0.75 * u, 1.88 - 0.42 * v + 0.4 * u * (v - 0.5) * -0.9, 0.09 * Math.sin(u * 7)],
    12,
    6,
  );
  return boat;
}

/** Twelve boats of the wards on the lake, the communal house behind them. */
export function scene(): Scene {
  const mesh = new Mesh();
  const one = chance(151);
  mesh.quad(water("#132420", 0.075, 1.0, 2), [-400, 0, 40], [400, 0, 40], [400, 0, -300], [-400, 0, -300]);
  const shirts = ["#a83a30", "#c89a3a", "#3a6288", "#dcd8cc", "#4a7a58", "#b06a3a", "#6a4468"];
  const lanes: [number, number][] = [
    [-1.6, -11],
    [4.2, -15.5],
    [-4.6, -19.5],
    [1.6, -24],
    [9.4, -27.5],
    [-9.5, -29],
    [4.5, -33.5],
  ];
  lanes.forEach(([x, z], i) => {
    mesh.place(crew(shirts[i] as string, 20 + i * 13), [x, -0.02, z], between(one, -0.04, 0.1) + 0.12);
    for (let s = 0; s < 26; s++) {
      const back = 3 + 5 * one();
      ball(
        mesh,
        { colour: [0.75, 0.8, 0.82] },
        [x + back, 0.0, z - back * 0.12 + between(one, -1, 1) * back * 0.16],
        [between(one, 0.05, 0.22), 0.012, 0.04],
        4,
      );
    }
  });
  for (let x = -14; x < 16; x += 2.2)
    ball(mesh, paint(Math.round(x * 10) % 4 ? "#d8502c" : "#e8e4d8"), [x, 0.02, -13.2 - x * 0.05], 0.13, 8);
  const bank = -62;
  sheet(
    mesh,
    ground("#55602f", "#6a6c38", 0.1),
    (u, v) => [-150 + 300 * u, -0.3 + 1.5 * Math.min(1, v * 5), bank - 60 * v],
    30,
    10,
  );
  box(mesh, wall("#9a917e", 0.6), [0, -0.4, bank + 0.2], [300, 1.3, 0.8]);
  hallRoof(mesh, [7, 5.2, bank - 14], [12.5, 7.5], 6, 6, 1.5);
  box(mesh, paint("#4a2c1a", 0.3, 2), [7, 1, bank - 16], [19, 4.4, 8]);
  for (let i = 0; i < 8; i++)
    tube(mesh, paint("#6a3a22", 0.3), [-2.5 + i * 2.7, 1, bank - 9], [-2.5 + i * 2.7, 5.2, bank - 9], 0.25);
  const crowns = [1, 2].map((seed) =>
    tree({ seed: seed + 160, height: 10, leaves: 8000, leaf: 0.34, from: 0.25, wide: 0.62 }),
  );
  for (let i = 0; i < 34; i++) {
    const x = between(one, -80, 80);
    if (x > -8 && x < 24) continue;
    mesh.place(crowns[i % 2] as Mesh, [x, 1, bank - between(one, 5, 26)], i, between(one, 0.7, 1.35));
  }
  for (let i = 0; i < 6; i++) mesh.place(crowns[i % 2] as Mesh, [-10 + i * 7, 1, bank - 30], i, 1.3);
  mesh.place(
    tree({ seed: 77, height: 17, leaves: 60000, leaf: 0.2, from: 0.26, wide: 0.8, thick: 0.05 }),
    [-13, 0.8, bank - 6],
    1,
  );
  for (const [x, s] of [
    [24, 1],
    [28, 2],
    [-24, 3],
  ] as const)
    mesh.place(palm(s, 9, 13, 2.6), [x, 1, bank - 4], s);
  for (let i = 0; i < 130; i++)
    mesh.place(
      person({ seed: i, tall: between(one, 1.2, 1.7), hat: i % 7 === 0 ? "cone" : "none" }),
      [between(one, -34, 36), 1 + 0.2 * one(), bank - between(one, 0.5, 4)],
      between(one, -0.4, 0.4),
    );
  for (let i = 0; i < 22; i++) {
    const x = -33 + i * 3.2;
    tube(mesh, paint("#5a4a34"), [x, 0.9, bank - 0.2], [x, 4.2, bank - 0.2], 0.04);
    sheet(
      mesh,
      cloth(shirts[i % 7] as string, 0.6),
      (u, v) => [x + 0.85 * u, 4.15 - 1.1 * v - 0.1 * u, bank - 0.2 + 0.12 * Math.sin(u * 6 + i)],
      8,
      6,
    );
  }
  blades(
    mesh,
    leaf("#5a7a2c", "#8fa044", 0.6),
    900,
    (c) => [between(c, 2.9, 5.2), -0.1, -2.4 - 1.4 * c()],
    1.1,
    6,
    0.022,
  );
  blades(
    mesh,
    leaf("#5a7a2c", "#8fa044", 0.6),
    700,
    (c) => [between(c, -5.2, -3.1), -0.1, -2.6 - 1.2 * c()],
    1.0,
    7,
    0.022,
  );
  const toward: Vec = unit([-0.7, 0.42, 0.1]);
  return {
    width: 2400,
    height: 1600,
    seed: 15,
    mesh,
    eye: [0, 2.5, 2.5],
    at: [0.6, 2.1, -20],
    angle: 34,
    focus: 15,
    lens: 0.015,
    sky: sky({
      zenith: hex("#6a9cd6"),
      horizon: hex("#e8e2d0"),
      glow: scale(hex("#ffecc8"), 1.4),
      toward,
      clouds: { share: 0.55, lit: scale(hex("#fff6ea"), 1.2), dark: hex("#a8b2c2") },
    }),
    sun: { toward, light: scale(hex("#ffd8a2"), 5.2), spread: 0.012 },
    haze: { thick: 0.0035, thins: 0.03, light: () => scale(hex("#e6e0cc"), 0.85) },
    look: { exposure: 0.66, shadows: [0.97, 1, 1.05], lights: [1.02, 1, 0.96], contrast: 0.25 },
  };
}
