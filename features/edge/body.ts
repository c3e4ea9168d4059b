import { Refusal } from "#lib/refusal.ts";

/** How the body of a request is read, and the most that it may have, in bytes. Next and the front have their own limits above it. */
export type Body = { as: keyof typeof READERS; mostBytes: number };

/**
 * The fields of a request's body; none for an empty one.
 * @throws {Refusal} `bad_input` for what is not as it is to be sent, `too_large`
 */
export async function fieldsIn(request: Request, { as, mostBytes }: Body): Promise<Record<string, unknown>> {
  return READERS[as](await textIn(request, mostBytes), request.headers.get("content-type") ?? "");
}

const READERS = {
  json(text: string, type: string): Record<string, unknown> {
    if (text === "") return {};
    if (!/^application\/json\b/i.test(type)) throw new Refusal("bad_input", "Dữ liệu gửi lên phải ở dạng JSON.");
    try {
      const body: unknown = JSON.parse(text);
      if (typeof body === "object" && body !== null && !Array.isArray(body)) return { ...body };
    } catch (error) {
      throw new Refusal("bad_input", "Dữ liệu gửi lên bị hỏng, không đọc được.", { cause: error });
    }
    throw new Refusal("bad_input", "Dữ liệu gửi lên không hợp lệ.");
  },
  form(text: string, type: string): Record<string, unknown> {
    if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
      throw new Refusal("bad_input", "Dữ liệu gửi lên phải ở dạng biểu mẫu.");
    }
    const fields = [...new URLSearchParams(text)];
    const body = Object.fromEntries(fields);
    // Of two answers to one question neither is taken.
    if (Object.keys(body).length < fields.length) throw new Refusal("bad_input", "Dữ liệu gửi lên có ô bị lặp lại.");
    return body;
  },
  /** As it came, whatever it says that it is: a beacon cannot choose. */
  text: (text: string): Record<string, unknown> => ({ text }),
};

/** Refuses by the declared length and by what really comes: the declaration may be missing or wrong. */
async function textIn(request: Request, mostBytes: number): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) throw tooLarge(mostBytes);
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw tooLarge(mostBytes);
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function tooLarge(mostBytes: number): Refusal {
  const kilobytes = mostBytes / 1024;
  const most = kilobytes < 1024 ? `${kilobytes} KB` : `${kilobytes / 1024} MB`;
  return new Refusal("too_large", `Dữ liệu gửi lên quá lớn (tối đa ${most}).`);
}
