import { NODES, type NodeName } from "./vocabulary.ts";

/** The way from the top of a body to a node: the name (null: none of ours) and position of each node passed. */
export type NodePath = readonly { name: NodeName | null; index: number }[];

/** "Đoạn thứ 3 (bảng, hàng 2, ô 1)": a place as a person would count it. */
export function placeName(place: NodePath): string {
  const [top, ...inner] = place;
  if (top === undefined) return "Nội dung bài";
  const parts = [
    top.name === null || top.name === "paragraph" ? "" : NODES[top.name].called,
    ...inner.map(part),
  ].filter((text) => text !== "");
  return `Đoạn thứ ${top.index + 1}${parts.length > 0 ? ` (${parts.slice(0, 4).join(", ")})` : ""}`;
}

function part({ name, index }: NodePath[number]): string {
  const counted: Partial<Record<NodeName, string>> = {
    listItem: "mục",
    tableRow: "hàng",
    tableCell: "ô",
    tableHeader: "ô",
    figure: "ảnh",
  };
  const word = name === null ? undefined : counted[name];
  return word === undefined ? "" : `${word} ${index + 1}`;
}
