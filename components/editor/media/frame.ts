/** How long a browser may take to show the first picture of a video, in milliseconds; one that it cannot decode it may never show. */
const PATIENCE_MS = 15_000;

/** Where the picture is taken of which nobody has said when: films begin dark. Seconds. */
const FIRST_AT = 3;

/**
 * A picture out of a video, near its beginning, taken without showing it.
 * @param address of the video, as it lies here or on our server
 * @returns null where this browser does not decode it
 */
export async function firstFrame(address: string, name: string): Promise<File | null> {
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.preload = "auto";
  try {
    await heard(video, "loadeddata", () => {
      video.src = address;
    });
    const { duration } = video;
    // Recordings of browsers do not say how long they are.
    const at = Number.isFinite(duration) ? Math.min(FIRST_AT, duration / 4) : 0.1;
    await heard(video, "seeked", () => {
      video.currentTime = at;
    });
    return await frameOf(video, name);
  } catch {
    return null;
  } finally {
    video.removeAttribute("src");
    video.load();
  }
}

/** The picture that a video shows now, in its own size; null where it shows none. */
export async function frameOf(video: HTMLVideoElement, name: string): Promise<File | null> {
  const { videoWidth: width, videoHeight: height } = video;
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const drawing = canvas.getContext("2d");
  if (width === 0 || height === 0 || drawing === null) return null;
  drawing.drawImage(video, 0, 0, width, height);
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.92));
  return picture && new File([picture], name, { type: "image/jpeg" });
}

function heard(video: HTMLVideoElement, what: "loadeddata" | "seeked", begin: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no ${what} for ${PATIENCE_MS} ms`)), PATIENCE_MS);
    const end = (settle: () => void) => () => {
      clearTimeout(late);
      settle();
    };
    video.addEventListener(what, end(resolve), { once: true });
    video.addEventListener(
      "error",
      end(() => reject(video.error)),
      { once: true },
    );
    begin();
  });
}
