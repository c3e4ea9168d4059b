import type { ReactNode } from "react";
import type { Flow, Table, TableCell } from "#features/text/body.ts";

type Props = { table: Table; nameless: string; flow: (blocks: readonly Flow[]) => ReactNode };

/** A table in a frame that scrolls by itself, so that a wide table does not widen the page. The frame takes keys. */
export function BodyTable({ table, nameless, flow }: Props) {
  const { caption } = table.attrs;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-scroll" aria-label={caption === "" ? nameless : caption} tabIndex={0}>
      <table>
        {caption === "" ? null : <caption>{caption}</caption>}
        <tbody>
          {table.content.map((row, at) => (
            <tr key={row.attrs.id}>
              {(row.content ?? []).map((cell) => (
                <Cell key={cell.attrs.id} cell={cell} inFirstRow={at === 0}>
                  {flow(cell.content)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell, inFirstRow, children }: { cell: TableCell; inFirstRow: boolean; children: ReactNode }) {
  const colSpan = cell.attrs.colspan > 1 ? cell.attrs.colspan : undefined;
  const rowSpan = cell.attrs.rowspan > 1 ? cell.attrs.rowspan : undefined;
  if (cell.type === "tableCell") {
    return (
      <td colSpan={colSpan} rowSpan={rowSpan}>
        {children}
      </td>
    );
  }
  return (
    <th scope={inFirstRow ? "col" : "row"} colSpan={colSpan} rowSpan={rowSpan}>
      {children}
    </th>
  );
}
