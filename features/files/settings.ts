/**
 * Counts the ways in which pictures have been made for readers. Whoever changes what is below counts on: what was made before
 * is then made anew, and stays in use until it is there.
 */
export const MADE_WITH = 2;

/**
 * Widths in pixels: a picture in a list (104 points on phones) and an emblem (64) at nearly twice the density, a phone of 360
 * points at one, one and a half, two and three times the density, an article's column of 680 points once and twice, and a whole
 * screen. Of 180 instead of 200 a phone with 1.75 dots to a point takes the next one in a list (tried in Chromium 156). No
 * picture is made wider than it came.
 */
export const WIDTHS = [200, 360, 540, 720, 1080, 1440, 2160] as const;

/**
 * The tallest that a picture is made, in pixels: WebP has no taller ones. Of a long strip (a whole conversation, as phones take
 * it) narrower pictures are made.
 */
export const TALLEST = 16_383;

/** In the order in which a browser is offered them: the first that it knows is taken. */
export const FORMATS = ["avif", "webp", "jpeg"] as const;

/**
 * How much each format leaves out, and how long it looks for what it may, as sharp counts both. Measured on a picture of 24
 * megapixels, all widths, on one core: AVIF takes 2.2 s, WebP and JPEG half a second each. One step more of AVIF's effort
 * takes 4.1 s and saves two bytes in a hundred.
 */
export const SPELT = {
  avif: { quality: 50, effort: 2, chromaSubsampling: "4:2:0" },
  webp: { quality: 74, effort: 4 },
  jpeg: { quality: 76, mozjpeg: true },
} as const;

/** The most pixels that are unpacked: a camera of today takes 60 million, and a small file can claim any number. */
export const MOST_PIXELS = 120_000_000;

/** An uploader sends so many bytes at a time, the most that a dropped connection costs; a phone sends them in less than a minute. */
export const PART_BYTES = 5 * 1024 * 1024;

/** In which header the answer to a whole upload names the file that it has become. */
export const FILE_HEADER = "Toasoan-File";
