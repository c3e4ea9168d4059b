import type { z } from "zod";

/** What the fields of a text are called in sentences. */
const FIELD_NAMES: Record<string, string> = {
  kind: "Thể loại",
  origin: "Nguồn gốc bài",
  kicker: "Tít dẫn",
  headline: "Tiêu đề",
  standfirst: "Sapo",
  slug: "Đường dẫn bài viết",
  sectionId: "Chuyên mục",
  secondSectionIds: "Chuyên mục đăng thêm",
  tagIds: "Từ khóa",
  byline: "Tác giả",
  source: "Nguồn",
  aiLabel: "Nhãn AI",
  correction: "Lời đính chính",
  datedAt: "Ngày đăng gốc",
  body: "Nội dung",
};

/** The first thing that is wrong with the shape of a text, as one sentence that names the field. */
export function badShape(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return "Bài viết không đọc được.";
  if (issue.code === "custom") return issue.message;
  const place = fieldName(issue.path);
  if (issue.code === "unrecognized_keys") return `${place} có trường không được dùng (“${issue.keys[0] ?? ""}”).`;
  if (issue.code === "too_big" && issue.origin === "array") return `${place}: nhiều quá ${issue.maximum} mục.`;
  if (issue.code === "too_big" && issue.origin === "string") return `${place} dài quá ${issue.maximum} ký tự.`;
  return `${place} có giá trị không dùng được.`;
}

function fieldName(path: readonly PropertyKey[]): string {
  const [field, , index] = path;
  const name = FIELD_NAMES[String(field)] ?? "Bài viết";
  return field === "byline" && typeof index === "number" ? `${name} thứ ${index + 1}` : name;
}
