import type { ReactNode } from "react";
import type { BulletList, Flow, OrderedList } from "#features/text/body.ts";
import { markerOf } from "#features/text/markers.ts";

type Props = {
  list: BulletList | OrderedList;
  flow: (blocks: readonly Flow[], marker: ReactNode) => ReactNode;
};

/**
 * A list whose markers are text. Lists of HTML would number the items a second time wherever our style sheet is
 * not: in reader modes, in Firefox's copies, in Word. So the structure is said by roles and the number once.
 */
export function Points({ list, flow }: Props) {
  const markerAt = (at: number) =>
    list.type === "orderedList" ? markerOf(list.attrs.style, list.attrs.start + at) : markerOf(list.attrs.style, 1);
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: see above
    <div className="points" role="list">
      {list.content.map((item, at) => (
        <div className="point" role="listitem" key={item.attrs.id}>
          {flow(item.content, <span className="marker">{`${markerAt(at)} `}</span>)}
        </div>
      ))}
    </div>
    // biome-ignore-end lint/a11y/useSemanticElements: see above
  );
}
