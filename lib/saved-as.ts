/**
 * The header by which a browser saves what it gets, or shows it where it can, and under which name it is saved. Source: RFC 6266 and
 * RFC 8187.
 * @param name cleaned: no path, nothing that nobody sees
 */
export function savedAs(name: string, how: "attachment" | "inline" = "attachment"): string {
  const plain = name.replace(/[^\w .()-]/g, "_");
  const spelt = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${spelt}`;
}
