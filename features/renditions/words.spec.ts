import { describe, expect, test } from "vitest";
import { exifBlock, iptcBlock, xmpOf } from "./testing.ts";
import { wordsOf } from "./words.ts";

const NO_RIGHTS = { owner: "", licenceName: "", licenceEnd: null, ai: "none" };
const NONE = {
  ...{ caption: "", credit: "", alt: "", creator: "", copyright: "", keywords: [], takenAt: null },
  ...NO_RIGHTS,
};
/** Tags of EXIF, by number. */
const [IN_WORDS, ARTIST, RIGHTS] = [0x010e, 0x013b, 0x8298];
const [TAKEN, OFFSET] = [0x9003, 0x9011];

const EXIF = exifBlock({ [IN_WORDS]: "Bến chợ sớm", [ARTIST]: "Lê Minh", [RIGHTS]: "© Lê Minh" });
const IPTC = iptcBlock([
  [120, "Chợ nổi buổi sớm"],
  [80, "Trần Bình"],
  [110, "Báo Sen"],
  [116, "© Báo Sen"],
  [25, "chợ"],
  [25, "sông"],
]);
const list = (name: string, kind: string, items: string) => `<${name}><rdf:${kind}>${items}</rdf:${kind}></${name}>`;
const XMP = xmpOf(
  [
    list(
      "dc:description",
      "Alt",
      `<rdf:li xml:lang="x-default">A floating market</rdf:li><rdf:li xml:lang="vi-VN">Chợ nổi &amp; ghe</rdf:li>`,
    ),
    list("dc:creator", "Seq", "<rdf:li>Nguyễn An</rdf:li><rdf:li>Phạm Hoa</rdf:li>"),
    list("dc:rights", "Alt", `<rdf:li xml:lang="x-default">© Phường</rdf:li>`),
    list("dc:subject", "Bag", "<rdf:li>2021</rdf:li><rdf:li>lễ hội</rdf:li><rdf:li>lễ hội</rdf:li>"),
    list("core:AltTextAccessibility", "Alt", `<rdf:li xml:lang="x-default">Ghe chở dưa</rdf:li>`),
  ].join(""),
  `photoshop:Credit="Cổng Sen"`,
);

describe("the words that come with a picture", () => {
  test("are those of today's programs before older ones', and both before the camera's", () => {
    expect(wordsOf({ exif: EXIF, iptc: IPTC, xmp: XMP })).toEqual({
      caption: "Chợ nổi & ghe",
      credit: "Cổng Sen",
      alt: "Ghe chở dưa",
      creator: "Nguyễn An, Phạm Hoa",
      copyright: "© Phường",
      keywords: ["2021", "lễ hội"],
      takenAt: null,
      ...NO_RIGHTS,
    });
    expect(wordsOf({ exif: EXIF, iptc: IPTC })).toEqual({
      ...NONE,
      ...{ caption: "Chợ nổi buổi sớm", credit: "Báo Sen", creator: "Trần Bình", copyright: "© Báo Sen" },
      keywords: ["chợ", "sông"],
    });
    expect(wordsOf({ exif: EXIF })).toEqual({
      ...NONE,
      ...{ caption: "Bến chợ sớm", credit: "Lê Minh", creator: "Lê Minh", copyright: "© Lê Minh" },
    });
    expect(wordsOf({})).toEqual(NONE);
  });
  test("are taken from wherever they are, one by one", () => {
    const xmp = xmpOf(list("dc:description", "Alt", `<rdf:li xml:lang="x-default"> </rdf:li>`), `photoshop:Credit=""`);
    expect(wordsOf({ exif: EXIF, iptc: iptcBlock([[110, "Báo Sen"]]), xmp })).toMatchObject({
      ...{ caption: "Bến chợ sớm", credit: "Báo Sen", creator: "Lê Minh" },
    });
  });
  test("are composed, on one line, and without what nobody sees", () => {
    const xmp = xmpOf(`<dc:description>${"Chợ\n  nổi\u200b".normalize("NFD")}</dc:description>`);
    expect(wordsOf({ xmp }).caption).toBe("Chợ nổi");
  });
  test("are no longer than a text may hold, and end with a whole word", () => {
    const long = "mười hai ".repeat(3_000).trim();
    const said = wordsOf({
      xmp: xmpOf(`<dc:description>${long}</dc:description><photoshop:Credit>${"x".repeat(900)}</photoshop:Credit>`),
      iptc: iptcBlock(Array.from({ length: 300 }, (_, i) => [25, `${i} ${"z".repeat(150)}`] as const)),
    });
    expect(said.caption.length).toBeLessThanOrEqual(1_000);
    expect(said.caption.endsWith("mười") || said.caption.endsWith("hai")).toBe(true);
    expect(said.credit).toHaveLength(200);
    expect(said.keywords).toHaveLength(50);
    expect(Math.max(...said.keywords.map(({ length }) => length))).toBeLessThanOrEqual(100);
  });
  test.each(["OLYMPUS DIGITAL CAMERA", "SONY DSC", "Exif_JPEG_PICTURE", " default "])("are not %j", (name) => {
    expect(wordsOf({ exif: exifBlock({ [IN_WORDS]: name }) }).caption).toBe("");
  });
  test("say nothing of faces, places or devices", () => {
    const faces = `<mwg:Regions rdf:parseType="Resource"><mwg:RegionList><rdf:Bag><rdf:li><rdf:Description mwg:Name="Bé Na">
      <dc:description>khuôn mặt của Na</dc:description></rdf:Description></rdf:li></rdf:Bag></mwg:RegionList></mwg:Regions>`;
    expect(wordsOf({ xmp: xmpOf(faces, `exif:GPSLatitude="10,2N" exif:SerialNumber="4711"`) })).toEqual(NONE);
  });
});

describe("an old program's letters", () => {
  const caption = (bytes: Buffer, options = {}) => wordsOf({ iptc: iptcBlock([[120, bytes]], options) }).caption;
  test("are read as UTF-8 where they are that, declared or not", () => {
    expect(caption(Buffer.from("Đường ngập"))).toBe("Đường ngập");
    expect(caption(Buffer.from("Đường ngập"), { isUtf8: true })).toBe("Đường ngập");
  });
  test("are read as Vietnamese Windows wrote them where they are plainly that", () => {
    // Đường ngập: Đ ư ơ+huyền, â+nặng
    const bytes = Buffer.from([0xd0, 0xfd, 0xf5, 0xcc, 0x6e, 0x67, 0x20, 0x6e, 0x67, 0xe2, 0xf2, 0x70]);
    expect(caption(bytes)).toBe("Đường ngập");
  });
  test.each(["São Paulo", "però", "Ñandú", "Müller", "Île de Ré"])("are read as Western ones in %s", (text) => {
    expect(caption(Buffer.from(text, "latin1"))).toBe(text);
    expect(wordsOf({ exif: exifBlock({ [IN_WORDS]: Buffer.from(text, "latin1") }) }).caption).toBe(text);
  });
});

describe("when it was taken", () => {
  const taken = (clock: string, more: Record<number, string> = {}) =>
    wordsOf({ exif: exifBlock({}, { [TAKEN]: clock, ...more }) }).takenAt?.toISOString() ?? null;
  test("is read by the clock that the camera names, or by Vietnam's", () => {
    expect(taken("2021:06:23 10:27:00")).toBe("2021-06-23T03:27:00.000Z");
    expect(taken("2021:06:23 10:27:00", { [OFFSET]: "+09:00" })).toBe("2021-06-23T01:27:00.000Z");
    expect(taken("2021:06:23 10:27:00", { [OFFSET]: "garbage" })).toBe("2021-06-23T03:27:00.000Z");
  });
  test.each(["0000:00:00 00:00:00", "2921:06:23 10:27:00", "hôm qua", "2021:13:45 10:27:00x"])("is not %j", (clock) => {
    expect(taken(clock)).toBeNull();
  });
  test("is the camera's word before a program's, and the newer program's before the older one's", () => {
    const exif = exifBlock({}, { [TAKEN]: "2021:06:23 10:27:00" });
    const iptc = iptcBlock([
      [55, "20210622"],
      [60, "081500+0700"],
    ]);
    const xmp = xmpOf("", `photoshop:DateCreated="2021-06-21"`);
    expect(wordsOf({ exif, iptc, xmp }).takenAt).toEqual(new Date("2021-06-23T03:27:00Z"));
    expect(wordsOf({ iptc, xmp }).takenAt).toEqual(new Date("2021-06-20T17:00:00Z"));
    expect(wordsOf({ iptc }).takenAt).toEqual(new Date("2021-06-22T01:15:00Z"));
    expect(wordsOf({ iptc: iptcBlock([[55, "20210622"]]) }).takenAt).toEqual(new Date("2021-06-21T17:00:00Z"));
  });
});

describe("what is broken says nothing, or as much as stands before the fault", () => {
  test("anywhere it is cut off", () => {
    for (const [kind, block] of [["exif", EXIF] as const, ["iptc", IPTC] as const, ["xmp", XMP] as const]) {
      for (let end = 0; end < block.length; end += 7) {
        const { caption } = wordsOf({ [kind]: block.subarray(0, end) });
        expect(typeof caption).toBe("string");
      }
    }
    const half = XMP.subarray(0, XMP.indexOf("dc:rights"));
    expect(wordsOf({ xmp: half })).toMatchObject({ caption: "Chợ nổi & ghe", copyright: "" });
  });
  test("a text that would unfold to a thousand million letters", () => {
    const laughs = Buffer.from(
      `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${xmpOf("<dc:description>&b;</dc:description>").toString().slice(57)}`,
    );
    expect(wordsOf({ xmp: laughs })).toEqual(NONE);
    expect(wordsOf({ xmp: Buffer.alloc(2 * 1024 * 1024, XMP) })).toEqual(NONE);
  });
});

describe("what a picture says of the right to it", () => {
  const SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/";
  test.each([
    ["trainedAlgorithmicMedia", "made"],
    ["compositeWithTrainedAlgorithmicMedia", "edited"],
    ["digitalCapture", "none"],
    ["algorithmicallyEnhanced", "none"],
    ["constructor", "none"],
  ])("a source that is called %s is %s", (source, ai) => {
    expect(wordsOf({ xmp: xmpOf("", `ext:DigitalSourceType="${SOURCE}${source}"`) }).ai).toBe(ai);
    const inside = `<ext:DigitalSourceType>${SOURCE}${source}</ext:DigitalSourceType>`;
    expect(wordsOf({ xmp: xmpOf(inside) }).ai).toBe(ai);
  });
  test("is whose it is, until when it may be used, and a licence of Creative Commons by its address", () => {
    const xmp = xmpOf(
      [
        list("xmpRights:Owner", "Bag", "<rdf:li>Báo Sen</rdf:li>"),
        `<cc:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/>`,
      ].join(""),
      `plus:LicenseEndDate="2026-12-31T17:00:00Z" xmpRights:WebStatement="https://bao.example/dieu-khoan"`,
    );
    expect(wordsOf({ xmp })).toMatchObject({
      ...{ owner: "Báo Sen", licenceName: "https://creativecommons.org/licenses/by/4.0/", licenceEnd: "2027-01-01" },
    });
    expect(wordsOf({ xmp: xmpOf("", `xmpRights:WebStatement="https://bao.example/dieu-khoan"`) })).toEqual(NONE);
  });
  test("is the day on which older programs say that it expires, where that is one", () => {
    expect(wordsOf({ iptc: iptcBlock([[37, "20261231"]]) }).licenceEnd).toBe("2026-12-31");
    for (const day of ["00000000", "20261340", "99991231", "hết hạn"])
      expect(wordsOf({ iptc: iptcBlock([[37, day]]) }).licenceEnd).toBeNull();
  });
});
