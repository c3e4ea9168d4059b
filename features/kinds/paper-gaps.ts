import { attachmentsIn } from "#features/text/figures.ts";
import { type Gap, type GapFacts, gapList } from "#features/text/gaps.ts";
import { isEmptyBody } from "#features/text/plain.ts";
import { attachmentGaps } from "./attachment-gaps.ts";
import { figureGaps } from "./figure-gaps.ts";
import { galleryGaps } from "./gallery-gaps.ts";
import { mediaGaps } from "./media-gaps.ts";
import type { PaperContent, PaperForm } from "./paper.ts";

/** Everything that is missing in a paper, or does not fit together. */
export function paperGaps(content: PaperContent, facts: GapFacts = {}): Gap[] {
  const { body } = content;
  return [
    ...wordGaps(content, facts),
    ...dateGaps(content),
    ...replacingGaps(content, facts),
    ...gapList(
      isEmptyBody(body) &&
        attachmentsIn(body).length === 0 && {
          field: "body",
          sentence: "Chưa có toàn văn: thêm tệp văn bản hoặc chép nội dung vào đây.",
          blocks: "submit",
        },
    ),
    ...figureGaps(body, { files: facts.files, awaited: "publish" }),
    ...galleryGaps(body),
    ...attachmentGaps(body, facts.files),
    ...mediaGaps(body, facts.files),
  ];
}

function wordGaps({ reference, abstract, issuer, signer }: PaperContent, { samePaper }: GapFacts): Gap[] {
  return gapList(
    reference === "" && { field: "reference", sentence: "Chưa ghi số, ký hiệu văn bản.", blocks: "submit" },
    abstract === "" && { field: "abstract", sentence: "Chưa ghi trích yếu nội dung.", blocks: "submit" },
    issuer === "" && { field: "issuer", sentence: "Chưa ghi cơ quan ban hành.", blocks: "submit" },
    signer.name === "" && { field: "signer", sentence: "Chưa ghi người ký.", blocks: "advice" },
    samePaper !== undefined &&
      samePaper.reference === reference &&
      samePaper.issuer === issuer && {
        field: "reference",
        sentence: `Đã có văn bản cùng số, ký hiệu và cơ quan ban hành: “${samePaper.title}”.`,
        blocks: "advice",
      },
  );
}

function dateGaps({ form, issuedOn, effectiveOn, expiresOn }: PaperContent): Gap[] {
  const begins = effectiveOn ?? issuedOn;
  return gapList(
    issuedOn === null && { field: "issuedOn", sentence: "Chưa ghi ngày ban hành.", blocks: "submit" },
    issuedOn !== null &&
      effectiveOn !== null &&
      effectiveOn < issuedOn && {
        field: "effectiveOn",
        sentence: "Ngày có hiệu lực trước ngày ban hành: cần xem lại.",
        blocks: isBinding(form) ? "publish" : "advice",
      },
    begins !== null &&
      expiresOn !== null &&
      expiresOn <= begins && {
        field: "expiresOn",
        sentence: "Ngày hết hiệu lực không sau ngày có hiệu lực: cần sửa một trong hai ngày.",
        blocks: "publish",
      },
    effectiveOn === null &&
      isBinding(form) && { field: "effectiveOn", sentence: "Chưa ghi ngày có hiệu lực.", blocks: "advice" },
  );
}

function replacingGaps({ replaces }: PaperContent, { lostPapers }: GapFacts): Gap[] {
  return gapList(
    lostPapers !== undefined &&
      replaces.some((id) => lostPapers.has(id)) && {
        field: "replaces",
        sentence: "Có văn bản được thay thế không còn trên trang này: bỏ văn bản đó khỏi danh sách.",
        blocks: "submit",
      },
  );
}

/** What lays something down for others says from when on. */
const BINDING: readonly PaperForm[] = [
  ...(["law", "ordinance", "decree", "circular", "resolution"] as const),
  ...(["decision", "directive", "statute", "rules"] as const),
];
const isBinding = (form: PaperForm): boolean => BINDING.includes(form);
