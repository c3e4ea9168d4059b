/** A name, or a name with the sections below it. */
type Planned = string | readonly [name: string, below: readonly string[]];

/** The tree that local portals have in common. */
export const SECTIONS: readonly Planned[] = [
  [
    "Giới thiệu",
    ["Giới thiệu chung", "Lịch sử - văn hóa - di tích", "Bản đồ hành chính", "Cơ cấu tổ chức", "Danh bạ lãnh đạo"],
  ],
  [
    "Tin tức - sự kiện",
    [
      "Tin hoạt động",
      "Chính trị",
      "Đảng - đoàn thể",
      "HĐND - UBND",
      "Kinh tế - xã hội",
      "Văn hóa - thể thao",
      "Giáo dục - y tế",
      "An ninh - quốc phòng",
      "Đô thị - môi trường",
      "Tin phường",
      "Gương người tốt việc tốt",
      "Bầu cử",
      "Phòng chống dịch",
    ],
  ],
  "Chỉ đạo điều hành",
  "Thông báo",
  "Lịch làm việc",
  ["Văn bản điều hành", ["Nghị quyết", "Quyết định", "Kế hoạch", "Công văn", "Báo cáo"]],
  "Lấy ý kiến dự thảo",
  ["Cải cách hành chính", ["Thủ tục hành chính", "Dịch vụ công"]],
  "Tuyên truyền pháp luật",
  "Quy hoạch - kế hoạch",
  "Đấu thầu - mua sắm",
  "Hỏi đáp với người dân",
  "Chuyển đổi số",
];
