import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Picture } from "#features/files/picture.ts";
import { renditionsOf } from "#features/files/testing.ts";
import { PICTURES } from "./card.tsx";
import { DrawnPicture } from "./drawn-picture.tsx";
import { Emblem } from "./emblem.tsx";

/** One of which all sizes are made. */
function picture(width: number, height: number): Picture {
  const sizes = renditionsOf(width, height).flatMap((one) =>
    one.format === "jpeg" ? { address: `/${one.width}.jpeg`, width: one.width } : [],
  );
  return { width, height, placeholder: "", sources: [{ format: "jpeg", sizes }] };
}

/** What a browser may choose from, and what a program takes that knows no sizes. */
function offered(html: string) {
  const [, src] = /src="\/(\d+)\.jpeg"/.exec(html) ?? [];
  return { choice: [...html.matchAll(/ (\d+)w/g)].map(([, width]) => Number(width)), src: Number(src) };
}

test("a small place has the choice of the smallest size and the next; a program that knows no sizes takes what it took", () => {
  const draw = (look: keyof typeof PICTURES) =>
    offered(
      renderToStaticMarkup(
        <DrawnPicture picture={picture(1600, 1000)} alt="" {...PICTURES[look]} width={720} height={480} isFirst />,
      ),
    );
  expect(draw("line")).toEqual({ choice: [200, 360], src: 360 });
  expect(draw("listed")).toEqual({ choice: [200, 360, 540], src: 540 });
  expect(draw("lead")).toEqual({ choice: [200, 360, 540, 720, 1080, 1440], src: 720 });
  expect(offered(renderToStaticMarkup(<Emblem picture={picture(512, 512)} />))).toEqual({
    ...{ choice: [200, 360], src: 360 },
  });
  expect(offered(renderToStaticMarkup(<Emblem picture={picture(300, 300)} />))).toEqual({
    ...{ choice: [200, 300], src: 300 },
  });
});
