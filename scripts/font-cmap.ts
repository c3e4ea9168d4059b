/** The characters that a font (TrueType or OpenType, not compressed) has glyphs for; reads `cmap` formats 4 and 12. */
export function charactersIn(font: Buffer): Set<number> {
  const cmap = tableOf(font, "cmap");
  const found = new Set<number>();
  for (let at = 0; at < font.readUInt16BE(cmap + 2); at += 1) {
    const table = cmap + font.readUInt32BE(cmap + 4 + at * 8 + 4);
    const format = font.readUInt16BE(table);
    if (format === 4) readFormat4(font, table, found);
    if (format === 12) readFormat12(font, table, found);
  }
  return found;
}

function tableOf(font: Buffer, tag: string): number {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
    if (font.toString("latin1", at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`The font has no table ${tag}.`);
}

function readFormat4(font: Buffer, table: number, found: Set<number>): void {
  const segments = font.readUInt16BE(table + 6) / 2;
  for (let at = 0; at < segments; at += 1) {
    const end = font.readUInt16BE(table + 14 + at * 2);
    const start = font.readUInt16BE(table + 16 + (segments + at) * 2);
    for (let code = start; code <= end && code !== 0xffff; code += 1) found.add(code);
  }
}

function readFormat12(font: Buffer, table: number, found: Set<number>): void {
  for (let at = 0; at < font.readUInt32BE(table + 12); at += 1) {
    const group = table + 16 + at * 12;
    for (let code = font.readUInt32BE(group); code <= font.readUInt32BE(group + 4); code += 1) found.add(code);
  }
}
