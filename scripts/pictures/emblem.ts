/** Draws the emblem of the demo's ward: a lotus over water. `node scripts/pictures/emblem.ts` writes it into features/demo/emblem. */
import { writeFile } from "node:fs/promises";
import sharp from "sharp";

const FOLDER = new URL("../../features/demo/emblem/", import.meta.url);
const [GROUND, LINE] = ["#8a171b", "#f6d98b"];

/** A petal that rises from the middle, turned by degrees; its height in the picture's units. */
function petal(angle: number, height: number, fill: string): string {
  const [half, foot] = [60, 330];
  const side = (sign: number) => 256 + sign * half;
  const shoulder = (sign: number) => 256 + sign * half * 0.7;
  const [low, high] = [foot - height * 0.45, foot - height * 0.85];
  const path =
    `M256 ${foot} C ${side(-1)} ${low} ${shoulder(-1)} ${high} 256 ${foot - height} ` +
    `C ${shoulder(1)} ${high} ${side(1)} ${low} 256 ${foot} Z`;
  return `<path transform="rotate(${angle} 256 ${foot})" d="${path}" fill="${fill}" stroke="${GROUND}" stroke-width="6"/>`;
}

const petals = [
  ...[-78, 78].map((angle) => petal(angle, 190, "#f2b6b0")),
  ...[-50, 50].map((angle) => petal(angle, 215, "#f7cdc8")),
  ...[-25, 25].map((angle) => petal(angle, 230, "#fbe3e0")),
  petal(0, 240, "#ffffff"),
];
const waves = ["M120 372 q34 -26 68 0 t68 0 t68 0 t68 0", "M160 412 q24 -20 48 0 t48 0 t48 0 t48 0"];
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512">
<circle cx="256" cy="256" r="250" fill="${GROUND}"/>
<circle cx="256" cy="256" r="226" fill="none" stroke="${LINE}" stroke-width="8"/>
${petals.join("")}
<g fill="none" stroke="${LINE}" stroke-width="12" stroke-linecap="round">${waves.map((d) => `<path d="${d}"/>`).join("")}</g>
</svg>`;

const png = await sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer();
await writeFile(new URL("bieu-trung.png", FOLDER), png);
await writeFile(new URL("bieu-trung.webp", FOLDER), await sharp(png).webp({ quality: 90 }).toBuffer());
