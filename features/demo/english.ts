import type { TranslationContent } from "#features/kinds/translation.ts";
import { bullets, figure, h2, lead, p, quote } from "./build.ts";

/** What the demo says in English, with the title of what each is the sister of, and what was wrong in it at first. */
export type DemoTranslation = { of: string; words: Partial<TranslationContent>; corrected?: string };

const BY = "Translated by the editorial desk";

/** Two articles and a page. Everything in them is invented. */
export const TRANSLATIONS: readonly DemoTranslation[] = [
  {
    of: "Thông đoạn đường dạo cuối cùng, người dân đi bộ được trọn vòng hồ Sen",
    words: {
      title: "Last stretch of the lakeside path opens: Sen Lake can be walked all the way round",
      slug: "last-stretch-of-the-lakeside-path-opens",
      standfirst:
        "After seven months of work, 420 metres of path on the north shore opened this morning and closed the 2.6 km loop around the lake. The new stretch has ramps for wheelchairs, benches, and low lamps that do not shine into people’s homes.",
      lead: {
        ...lead("duong-dao-bo-ho"),
        caption: "The new path along the north shore",
        alt: "A stone path beside a lake",
      },
      translator: BY,
      body: {
        type: "doc",
        content: [
          p(
            "By five in the morning people were already waiting at the wooden bridge for the fence to come down. Mr Đoàn Văn Khải of residential group 2 has walked around the lake for twelve years, and every time he had to turn back at this very spot.",
          ),
          quote(
            "The loop is 2.6 kilometres and I only ever knew two of them. This morning I saw the other side of the banyan tree.",
          ),
          h2("Old trees stay, the path moves back"),
          p(
            "The first design went straight through seven rosewood trees. After a consultation in March the path was moved back by a metre and a half to keep all of them. The bank is of dry stone, so that rain seeps into the lake instead of running into the drains.",
          ),
          h2("What is left to do"),
          p(
            "Within the next month four drinking taps and signs with raised letters will be put up. Whoever sees the ground give way or water collect may call the ward at the number at the foot of this page.",
          ),
        ],
      },
    },
  },
  {
    of: "Mười hai thuyền nan tranh giải đua thuyền hồ Sen",
    corrected: "An earlier version of this story said that each boat had three at the oars; there are four.",
    words: {
      title: "Twelve bamboo boats race on Sen Lake",
      slug: "twelve-bamboo-boats-race-on-sen-lake",
      standfirst:
        "No wind, and the lake as flat as a mirror. Residential group 8 came first after three laps, one stroke of the oar ahead of the next boat.",
      lead: {
        ...lead("dua-thuyen"),
        caption: "Boats on the lake on the morning of the race",
        alt: "Bamboo boats on a lake",
      },
      translator: BY,
      body: {
        type: "doc",
        content: [
          figure("binh-minh-ho-sen", "Half past five: one boat tries the water before the race"),
          p(
            "The boats are four metres long, woven of bamboo and coated with lacquer; each has four at the oars and one who beats time.",
          ),
          p(
            "The youngest to beat time this year was eleven. Chu Gia Hân says the trick is never to look at the boat beside you, only at the hands of whoever sits in front.",
          ),
        ],
      },
    },
  },
  {
    of: "Về phường Sen Hồ",
    words: {
      title: "About Sen Hồ ward",
      slug: "about-sen-ho-ward",
      standfirst: "",
      body: {
        type: "doc",
        content: [
          p(
            "Sen Hồ ward lies around a wide lake and has twelve residential groups and one village of rattan weavers. It was made up to present this software; there is no such place on any map.",
          ),
          h2("Offices of the ward"),
          bullets("-", "People’s Council of the ward", "People’s Committee of the ward", "One-stop service desk"),
        ],
      },
    },
  },
];
