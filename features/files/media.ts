/** What a file is to the product: what is shown of it, and where it may stand. */
export const FILE_KINDS = ["picture", "document", "video", "audio", "subtitles"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

type Media = {
  kind: FileKind;
  /** As people call it, in whatever language. */
  label: string;
  /** How the name of a file ends that is handed out. */
  ending: string;
};

const MB = 1024 * 1024;
const GB = 1024 * MB;

/** The most that a file may weigh, in bytes. */
export const MOST_BYTES: Readonly<Record<FileKind, number>> = {
  ...{ picture: 50 * MB, document: 100 * MB },
  ...{ video: 2 * GB, audio: 2 * GB, subtitles: MB },
};

/** The most that any may weigh: what it is, is known when all of it is there. */
export const LARGEST_UPLOAD = Math.max(...Object.values(MOST_BYTES));

export const PDF = "application/pdf";
export const VTT = "text/vtt";
/** What is said of a document that brings macros along. */
const MACROS = "có macro";
const OFFICE = "application/vnd.openxmlformats-officedocument";
const OPEN = "application/vnd.oasis.opendocument";

/** All that a file may be, by what its bytes say. */
const MEDIA: Readonly<Record<string, Media>> = {
  "image/jpeg": { kind: "picture", label: "JPEG", ending: "jpg" },
  "image/png": { kind: "picture", label: "PNG", ending: "png" },
  "image/webp": { kind: "picture", label: "WebP", ending: "webp" },
  "image/avif": { kind: "picture", label: "AVIF", ending: "avif" },
  "image/gif": { kind: "picture", label: "GIF", ending: "gif" },
  "image/tiff": { kind: "picture", label: "TIFF", ending: "tiff" },
  "image/heic": { kind: "picture", label: "HEIC", ending: "heic" },
  "image/heif": { kind: "picture", label: "HEIF", ending: "heif" },
  [PDF]: { kind: "document", label: "PDF", ending: "pdf" },
  [`${OFFICE}.wordprocessingml.document`]: { kind: "document", label: "Word", ending: "docx" },
  [`${OFFICE}.spreadsheetml.sheet`]: { kind: "document", label: "Excel", ending: "xlsx" },
  [`${OFFICE}.presentationml.presentation`]: { kind: "document", label: "PowerPoint", ending: "pptx" },
  [`${OPEN}.text`]: { kind: "document", label: "ODT", ending: "odt" },
  [`${OPEN}.spreadsheet`]: { kind: "document", label: "ODS", ending: "ods" },
  // Documents with macros: nobody gets one that no editor has let in.
  "application/vnd.ms-word.document.macroenabled.12": { kind: "document", label: `Word ${MACROS}`, ending: "docm" },
  "application/vnd.ms-excel.sheet.macroenabled.12": { kind: "document", label: `Excel ${MACROS}`, ending: "xlsm" },
  "application/vnd.ms-powerpoint.presentation.macroenabled.12": {
    ...{ kind: "document", label: `PowerPoint ${MACROS}`, ending: "pptm" },
  },
  "application/msword": { kind: "document", label: "Word 97–2003", ending: "doc" },
  "application/vnd.ms-excel": { kind: "document", label: "Excel 97–2003", ending: "xls" },
  "video/mp4": { kind: "video", label: "MP4", ending: "mp4" },
  "video/webm": { kind: "video", label: "WebM", ending: "webm" },
  "audio/mpeg": { kind: "audio", label: "MP3", ending: "mp3" },
  "audio/mp4": { kind: "audio", label: "M4A", ending: "m4a" },
  "audio/ogg": { kind: "audio", label: "OGG", ending: "ogg" },
  [VTT]: { kind: "subtitles", label: "WebVTT", ending: "vtt" },
};

/** What is known of a media type; null for what is none of ours. */
export function mediaOf(type: string): Media | null {
  return Object.hasOwn(MEDIA, type) ? (MEDIA[type] ?? null) : null;
}

export const isDocument = (type: string): boolean => mediaOf(type)?.kind === "document";

/** Whether browsers show it by themselves, and a page of ours shows it in them. */
export const isShownByBrowsers = (type: string): boolean => type === PDF;
/** Whether pages show pictures that were made of it, and readers never get the file itself. */
export const isPicture = (type: string): boolean => mediaOf(type)?.kind === "picture";

/** What is played: what it is to readers, its words say beside it. */
export const isPlayed = (type: string): boolean => ["video", "audio"].includes(mediaOf(type)?.kind ?? "");

/** The media types of a kind. */
export const typesOf = (kind: FileKind): string[] => Object.keys(MEDIA).filter((type) => MEDIA[type]?.kind === kind);

/** How names of files of a kind end, with their dot. */
export const endingsOf = (kind: FileKind): string[] =>
  Object.values(MEDIA).flatMap((media) => (media.kind === kind ? `.${media.ending}` : []));

/** What a name says that a file is, before anybody has its bytes; null where it says none of ours. */
export function kindByName(name: string): FileKind | null {
  const [ending = ""] = /\.[a-z0-9]{2,5}$/.exec(name.toLowerCase()) ?? [];
  return FILE_KINDS.find((kind) => [...endingsOf(kind), ...(OTHER_ENDINGS[kind] ?? [])].includes(ending)) ?? null;
}

/** Other names for the same; with macros, and of other programs, for what the server then says no to, or makes one of ours of. */
const OTHER_ENDINGS: Partial<Record<FileKind, readonly string[]>> = {
  picture: [".jpeg", ".tif"],
  document: [".docm", ".xlsm", ".pptm"],
  video: [".m4v", ".mov"],
  audio: [".oga", ".opus"],
  subtitles: [".srt"],
};

/** What a browser says that a file is, or its name where the system knows none for it; null for none of ours. */
export function kindOfFile({ type, name }: { type: string; name: string }): FileKind | null {
  const named = kindByName(name);
  if (type.startsWith("image/")) return "picture";
  // The same container has pictures or only sound; its name says what it was made for.
  if (named !== null) return named;
  return mediaOf(type)?.kind ?? null;
}

/** The name under which a file is handed out: what it was called, with the ending of what it is. */
export function nameOf({ name, mediaType }: { name: string; mediaType: string }): string {
  const ending = mediaOf(mediaType)?.ending ?? "";
  const bare = bareName(name) || "tep";
  return ending === "" ? bare : `${bare}.${ending}`;
}

/** What a file is called without the ending of its name. */
export const bareName = (name: string): string => name.replace(/\.[a-z0-9]{1,5}$/i, "").trim();

type About = { mediaType: string; size: number; pages: number | null; durationMs: number | null };

/** How a language says what a file is. */
type Saying = { number: Intl.NumberFormat; pages: (pages: number, said: string) => string; macros: string };

const VIETNAMESE: Saying = {
  number: new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 }),
  pages: (_, said) => `${said} trang`,
  macros: MACROS,
};
const ENGLISH: Saying = {
  number: new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 }),
  pages: (pages, said) => `${said} ${pages === 1 ? "page" : "pages"}`,
  macros: "with macros",
};

/** What a file is, in a line: "PDF · 1,2 MB · 12 trang", "MP4 · 3:25 · 24,1 MB". */
export const aboutFile = (file: About): string => about(file, VIETNAMESE);

/** The same on pages in English: "PDF · 1.2 MB · 12 pages". */
export const aboutFileInEnglish = (file: About): string => about(file, ENGLISH);

function about({ mediaType, size, pages, durationMs }: About, { number, ...saying }: Saying): string {
  const parts = [
    (mediaOf(mediaType)?.label ?? "").replace(MACROS, saying.macros),
    durationMs ? lastingOf(durationMs) : "",
    weight(size, number),
    pages === null ? "" : saying.pages(pages, number.format(pages)),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** How long something lasts, as players say it: "0:07", "3:25", "1:02:03". @param ms milliseconds */
export function lastingOf(ms: number): string {
  const all = Math.max(1, Math.round(ms / 1000));
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** @param bytes of a megabyte as systems count it, 1024 × 1024 */
function weight(bytes: number, number: Intl.NumberFormat): string {
  if (bytes >= GB) return `${number.format(bytes / GB)} GB`;
  if (bytes >= MB) return `${number.format(bytes / MB)} MB`;
  return `${number.format(Math.max(1, Math.round(bytes / 1024)))} KB`;
}
