/** Why a text goes back to its writer, or is not used at all. Labels: the terms offices use. */
export const RETURN_REASONS = {
  out_of_scope: "Không thuộc phạm vi đăng tải",
  duplicate: "Trùng nội dung đã đăng",
  internal: "Thông tin nội bộ, chưa được phép công khai",
  unverified: "Chưa đủ căn cứ, cần kiểm chứng",
  quality: "Nội dung, câu chữ chưa đạt yêu cầu",
  wrong_name_or_post: "Sai họ tên, chức danh",
  other: "Lý do khác",
} as const;
export type ReturnReason = keyof typeof RETURN_REASONS;

/** Why an article is taken from readers for good; each has one fixed sentence for them. */
export const WITHDRAWAL_REASONS = {
  error: "Có sai sót",
  merged: "Đã gộp vào bài khác",
  authority: "Theo yêu cầu của cơ quan có thẩm quyền",
  expired: "Hết hiệu lực",
  person: "Bảo vệ thông tin cá nhân",
} as const;
export type WithdrawalReason = keyof typeof WITHDRAWAL_REASONS;

export function isReturnReason(code: string): code is ReturnReason {
  return Object.hasOwn(RETURN_REASONS, code);
}

export function isWithdrawalReason(code: string): code is WithdrawalReason {
  return Object.hasOwn(WITHDRAWAL_REASONS, code);
}
