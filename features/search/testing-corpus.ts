import { findSections } from "#features/reading/store.ts";

/**
 * A corpus for judging: articles of invented places, some with a subject of their own, and several hundred that say much of the same in
 * other orders, as an office's archive does. The same at each run.
 */
export type Written = { title: string; standfirst: string; body: string[]; shownAt: Date };

/** Title, standfirst, one paragraph of its own. */
const OWN: readonly (readonly [string, string, string])[] = [
  [
    "Giao ban Khối Đảng, đoàn thể Quận 6 tháng đầu năm 2021",
    "Quận ủy chủ trì hội nghị giao ban, đánh giá công tác sáu tháng.",
    "Đồng chí Phó Bí thư Thường trực Quận ủy kết luận sáu nhiệm vụ trọng tâm.",
  ],
  [
    "Nghị quyết số 06/2021/NQ-HĐND về mức thu lệ phí chợ Cầu Mây",
    "Hội đồng nhân dân thông qua mức thu mới, áp dụng từ ngày 01/7/2021.",
    "Mức thu được chia theo hạng chợ và diện tích sạp.",
  ],
  [
    "Kế hoạch phòng, chống dịch Covid-19 trong trường học",
    "Các trường tổ chức dạy học trực tiếp theo từng khối lớp.",
    "Học sinh đo thân nhiệt ở cổng, lớp có ca nhiễm nghỉ ba ngày.",
  ],
  [
    "Tiêm vắc xin Covid 19 mũi ba cho người trên 50 tuổi",
    "Điểm tiêm đặt tại nhà thi đấu phường Bến Gỗ, mở cửa từ bảy giờ.",
    "Người tiêm mang theo giấy tờ tùy thân và phiếu tiêm lần trước.",
  ],
  [
    "Kế hoạch phát triển kinh tế - xã hội giai đoạn 2021-2026 của phường Cầu Mây",
    "Năm năm tới ưu tiên thoát nước và trường mầm non.",
    "Mỗi năm hoàn thành hai tuyến cống và sáu phòng học.",
  ],
  [
    "UBND phường Bến Gỗ cấp đổi căn cước lưu động tại bảy khu phố",
    "Tổ công tác đến tận nhà người già yếu, người khuyết tật.",
    "Lịch từng khu phố dán ở nhà văn hóa.",
  ],
  [
    "Ủy ban nhân dân phường Cầu Mây thông báo lịch chi trả trợ cấp xã hội",
    "Tiền trợ cấp được trả vào ngày 10 hằng tháng qua bưu điện.",
    "Người ủy quyền nhận thay mang theo giấy có xác nhận.",
  ],
  [
    "Hòa giải thành 18 vụ tranh chấp đất đai trong quý II",
    "Tổ hòa giải cơ sở gặp từng nhà trước khi mời hai bên ngồi lại.",
    "Mười tám vụ khép lại mà không phải ra tòa.",
  ],
  [
    "Hoạt động hè cho thiếu nhi: bơi an toàn và đọc sách",
    "Lớp bơi miễn phí mở tại hồ bơi trường Nguyễn Khuyến.",
    "Mỗi em học mười hai buổi, có áo phao.",
  ],
  [
    "Bàn giao nhà tình thương cho gia đình bà Lò Thị Pẻn",
    "Căn nhà rộng 45 mét vuông, xây trong hai tháng.",
    "Hàng xóm góp 60 ngày công.",
  ],
  [
    "Bán hàng rong quanh cổng trường: nhắc nhở trước, xử phạt sau",
    "Tổ trật tự đô thị đi tuần vào giờ tan học.",
    "Ba điểm bán mới được bố trí trong ngõ 14.",
  ],
  [
    "Bạn đọc hỏi về thủ tục tách hộ khẩu sau khi kết hôn",
    "Công an phường giải thích về đăng ký cư trú theo luật mới.",
    "Không còn sổ giấy, thông tin được cập nhật vào cơ sở dữ liệu.",
  ],
  [
    "Quyết định thành lập Ban Chỉ đạo chuyển đổi số phường Bến Gỗ",
    "Ban gồm chín thành viên, họp mỗi tháng một lần.",
    "Tổ công nghệ số cộng đồng có ở mọi khu phố.",
  ],
  [
    "Tập huấn phòng cháy chữa cháy cho chủ nhà trọ",
    "Hơn một trăm chủ nhà trọ thực hành dùng bình bột và thoát nạn.",
    "Nhà trọ trên ba tầng phải có lối thoát thứ hai.",
  ],
  [
    "Đội PCCC cơ sở khu phố Lò Vôi nhận máy bơm mới",
    "Máy bơm có lưu lượng 900 lít một phút.",
    "Đội trực luân phiên theo tuần.",
  ],
  [
    "Vỉa hè đường Trần Xá được lát lại bằng đá tận dụng",
    "Đá cũ được mài nhám, gạch vỡ làm nền lối đi.",
    "Người đi bộ và xe lăn có lối riêng rộng mét rưỡi.",
  ],
  [
    "Xây cầu vượt bộ hành trước bệnh viện Nhi Hòa Lạc",
    "Cầu có thang máy, hoàn thành trước Tết.",
    "Đơn vị thi công làm ban đêm để không kẹt xe.",
  ],
  [
    "Thủy triều dâng cao, đường Bờ Kè ngập nửa mét",
    "Nước lên vào rằm và cuối tháng âm lịch.",
    "Bao cát được xếp dọc 300 mét kè.",
  ],
  [
    "Kỹ thuật trồng rau thủy canh trên sân thượng",
    "Lớp học miễn phí cho hội viên nông dân.",
    "Dung dịch dinh dưỡng thay hai tuần một lần.",
  ],
  [
    "Công ty may Hướng Dương tuyển 200 lao động phổ thông",
    "Sàn việc làm phường Cầu Mây giới thiệu ba doanh nghiệp.",
    "Người lao động được đưa đón và ăn ca.",
  ],
  [
    "Lễ hội đua bò bảy núi trở lại sau hai năm",
    "Mười hai đôi bò tranh tài trên ruộng chùa.",
    "Khán đài tre dựng theo lối cũ.",
  ],
  ["Lễ hội Kỳ yên đình Cầu Mây diễn ra ba ngày", "Có hát bội, rước sắc và cỗ chay.", "Đình mở cửa suốt đêm rằm."],
  [
    "Khen thưởng anh Đàm Quang Khải cứu hai em nhỏ đuối nước",
    "Anh là thợ sửa xe ở ngõ 9 phố Bờ Kè.",
    "Giấy khen được trao tại cuộc họp tổ dân phố.",
  ],
  [
    "Bà Nguyễn Thị Thơm 30 năm nấu cháo miễn phí cho bệnh nhân nghèo",
    "Mỗi sáng hai trăm suất cháo đến cổng bệnh viện.",
    "Gạo do các tiểu thương góp.",
  ],
  [
    "Thi tuyển viên chức giáo dục năm 2025: danh sách thí sinh đủ điều kiện",
    "148 thí sinh dự thi vào 62 vị trí.",
    "Vòng hai thi thực hành giảng dạy.",
  ],
  [
    "Tuyển sinh lớp 6 năm học 2024-2025 bằng hình thức xét tuyển",
    "Phụ huynh nộp hồ sơ trực tuyến từ ngày 10 tháng 6.",
    "Học sinh ngoài tuyến được xét ở đợt hai.",
  ],
  [
    "Mất điện ngày 15/8/2024 tại khu phố Lò Vôi và Cầu Gạch",
    "Điện lực thay trạm biến áp từ 6 giờ đến 17 giờ.",
    "Bệnh viện dùng máy phát dự phòng.",
  ],
  [
    "Ngừng cấp nước để súc rửa đường ống khu tập thể Dệt Kim",
    "Nước ngừng từ 23 giờ đến 5 giờ sáng.",
    "Xe bồn đỗ ở sân chung phục vụ người dân.",
  ],
  [
    "Cảnh báo lừa đảo giả danh cán bộ thuế gọi điện",
    "Kẻ gian yêu cầu cài ứng dụng lạ để hoàn thuế.",
    "Người dân không cung cấp mã OTP cho bất kỳ ai.",
  ],
  [
    "Nghĩa vụ quân sự 2025: lịch khám sức khỏe tại trạm y tế Bến Gỗ",
    "Thanh niên nhận giấy gọi trước mười ngày.",
    "Kết quả niêm yết công khai.",
  ],
  [
    "Đổi tên phố Hàng Nồi thành phố Nghệ nhân",
    "Việc đổi tên lấy ý kiến 420 hộ, 88 phần trăm đồng ý.",
    "Biển số nhà được thay miễn phí.",
  ],
  [
    "Sáp nhập hai khu phố Cầu Gạch và Ao Sen",
    "Khu phố mới có 812 hộ, giữ tên Cầu Gạch.",
    "Sổ hộ tịch không phải làm lại.",
  ],
  [
    "Trao sổ tiết kiệm cho Mẹ Việt Nam anh hùng Hà Thị Nụ",
    "Mẹ năm nay 96 tuổi, sống ở ngõ Giếng Đá.",
    "Đoàn thanh niên nhận chăm sóc hằng tuần.",
  ],
  [
    "Nước máy có mùi lạ ở phố Cầu Đá: nhà máy giải thích nguyên nhân",
    "Mẫu nước được lấy ở chín hộ.",
    "Rong phát triển ở bể lắng do nắng nóng.",
  ],
  [
    "Bãi rác tự phát ven kênh Sáu Thước được dọn sạch",
    "Hai mươi tấn rác được đưa đi trong ba ngày.",
    "Camera lắp ở hai đầu kênh.",
  ],
  [
    "Cưỡng chế công trình xây dựng trái phép trên đất nông nghiệp",
    "Bốn nhà xưởng bị tháo dỡ.",
    "Chủ đất tự nguyện dỡ trước hạn được hỗ trợ xe.",
  ],
  [
    "Lịch tiếp công dân định kỳ của Chủ tịch phường Bến Gỗ quý III/2024",
    "Mỗi tháng hai buổi, sáng thứ Năm tuần đầu và tuần ba.",
    "Người dân đăng ký qua số điện thoại bộ phận tiếp dân.",
  ],
  [
    "Danh sách hộ nghèo, cận nghèo sau rà soát năm 2023",
    "Còn 41 hộ nghèo, giảm 19 hộ.",
    "Danh sách dán tại nhà văn hóa trong bảy ngày.",
  ],
  [
    "Mở lớp xóa mù chữ ban đêm ở bến thuyền",
    "Hai mươi ba học viên từ 17 đến 58 tuổi.",
    "Cô giáo về hưu dạy bằng vần quen của nghề chài.",
  ],
  [
    "Phun thuốc diệt muỗi phòng sốt xuất huyết đợt 2",
    "Phun ở 14 điểm có chỉ số bọ gậy cao.",
    "Gia đình đậy kín thức ăn, đưa người bệnh ra ngoài.",
  ],
  [
    "Thư ngỏ của Hội Chữ thập đỏ về hiến máu tình nguyện",
    "Ngày hội hiến máu tổ chức tại hội trường.",
    "Mỗi người hiến được xét nghiệm miễn phí.",
  ],
  [
    "Chùa Long Khánh trùng tu tam quan bằng gỗ lim",
    "Kinh phí từ phật tử và ngân sách.",
    "Thợ mộc làng Đục dựng theo mộng cũ.",
  ],
];

const NUMBERED = [
  ["Quyết định", "QĐ-UBND"],
  ["Kế hoạch", "KH-UBND"],
  ["Thông báo", "TB-UBND"],
  ["Nghị quyết", "NQ-HĐND"],
] as const;
const SUBJECTS = [
  ...["giao chỉ tiêu thu ngân sách", "phân công nhiệm vụ các thành viên", "điều chỉnh quy hoạch chi tiết khu dân cư"],
  ...[
    "tổ chức ngày hội đại đoàn kết",
    "kiểm tra an toàn thực phẩm dịp Tết",
    "thu phí vệ sinh môi trường",
    "cấm xe tải giờ cao điểm",
  ],
  ...["công nhận gia đình văn hóa", "tuyên truyền cải cách hành chính", "hỗ trợ hộ kinh doanh chuyển đổi"],
];
const WHO = [
  "Phường Bến Gỗ",
  "Phường Cầu Mây",
  "Hội Phụ nữ",
  "Đoàn Thanh niên",
  "Hội Cựu chiến binh",
  "Trường tiểu học",
  "Công an phường",
  "Trạm y tế",
];
const DOES = [
  "tổ chức hội nghị tổng kết công tác",
  "phát động phong trào thi đua",
  "tiếp xúc cử tri trước kỳ họp",
  "giao ban công tác tháng",
  "ra quân dọn vệ sinh",
  "tặng quà gia đình chính sách",
  "khám sức khỏe người cao tuổi",
  "tuyên truyền pháp luật giao thông",
];
const SENTENCES = [
  ...[
    "Hội nghị đánh giá kết quả đạt được và những việc còn chậm.",
    "Các đại biểu thảo luận, thống nhất phương hướng nhiệm vụ quý sau.",
  ],
  ...[
    "Người dân các khu phố bàn giao mặt bằng trước thời hạn.",
    "Cán bộ bán chuyên trách được hỗ trợ thêm kinh phí.",
    "Nhiều bạn trẻ tham gia dọn vệ sinh ven kênh.",
  ],
  ...[
    "Trạm y tế phường đã tiêm phòng cho trẻ em và khám cho người già.",
    "Lễ trao quà diễn ra ấm áp, gọn nhẹ.",
    "Công trình nước sạch được đưa vào sử dụng.",
  ],
  ...[
    "Trường học tổ chức hoạt động hòa nhập cho học sinh khuyết tật.",
    "Ủy ban nhân dân phường giao bộ phận chuyên môn theo dõi.",
    "Dịp này, hội trao giấy khen cho các tập thể và cá nhân.",
  ],
  ...[
    "Đường dạo, cầu và chợ được lắp thêm đèn.",
    "Phí vệ sinh thu qua tài khoản, không dùng tiền mặt.",
    "Tổ dân phố họp bàn việc giữ gìn trật tự đêm giao thừa.",
  ],
  ...[
    "Phòng cháy được nhắc lại với từng hộ kinh doanh.",
    "Việc cấp giấy tờ cho người dân thực hiện trong ngày.",
    "Quận và thành phố đều có ý kiến đồng tình.",
  ],
];

const FILLERS = 400;
/** So that what is drawn by lot is the same each time. */
const START = 20_261_130;

export function corpus(now: Date): Written[] {
  let state = START;
  const upTo = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  const one = <T>(all: readonly T[]): T => all[upTo(all.length)] as T;
  const some = (count: number) => Array.from({ length: count }, () => one(SENTENCES));
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const own = OWN.map(([title, standfirst, paragraph], at) => ({
    ...{ title, standfirst, body: [...some(4), paragraph, ...some(6)], shownAt: before(200 + at * 40) },
  }));
  const fillers = Array.from({ length: FILLERS }, (_, at): Written => {
    const shownAt = before(1 + at * 5);
    const year = shownAt.getUTCFullYear();
    const [kind, mark] = one(NUMBERED);
    const title =
      at % 4 === 0
        ? `${kind} số ${at + 20}/${year}/${mark} về ${one(SUBJECTS)}`
        : `${one(WHO)} ${one(DOES)} ${["quý I", "quý II", "quý III", "quý IV", "tháng 3", "tháng 8", "cuối năm"][at % 7]} năm ${year}`;
    return { title, standfirst: one(SENTENCES), body: some(9), shownAt };
  });
  return [...own, ...fillers];
}

type Rows = (sql: string, values?: unknown[]) => Promise<unknown>;

/** Writes it down as live articles of a site, in its first section. @param bend the owner's hand, past every trigger */
export async function writeCorpus(bend: Rows, siteId: number, now: Date): Promise<void> {
  const [section] = await findSections(siteId);
  const all = corpus(now).map(({ title, standfirst, body, shownAt }, at) => {
    const content = body.map((text) => ({ content: [{ text, type: "text" }], type: "paragraph" }));
    const text = {
      body: { content, type: "doc" },
      headline: title,
      sectionId: section?.id,
      slug: `bai-${at}`,
      standfirst,
    };
    return { id: FIRST + at, title, shown_at: shownAt.toISOString(), canonical: JSON.stringify(text) };
  });
  const given = [JSON.stringify(all), siteId, section?.id];
  const from = "from jsonb_to_recordset($1::jsonb) c (id integer, title text, shown_at timestamptz, canonical text)";
  await bend(
    `insert into revisions (id, document_id, edition_id, number, content, content_version, salt, content_hash, digest, canonical, section_id, writers, cut_because)
     overriding system value
     select id, id, id, 1, canonical::jsonb, 1, '\\x00', repeat('0', 64), '', canonical, $3::integer, array[1], 'move' ${from} where $2::integer > 0`,
    given,
  );
  await bend(
    `insert into documents (id, site_id, kind, visibility, live_revision_id, last_live_revision_id, section_id, slug, title, shown_at, first_live_at, live_since, created_by)
     overriding system value
     select id, $2::integer, 'article', 'live', id, id, $3::integer, 'bai', title, shown_at, shown_at, shown_at, 1 ${from}`,
    given,
  );
}

/** Behind the numbers of whatever else is in the database. */
const FIRST = 100_000;
