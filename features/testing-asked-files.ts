import { transaction } from "#db/transaction.ts";
import * as deeds from "#features/files/deeds-store.ts";
import * as beside from "#features/library/beside-store.ts";
import * as collections from "#features/library/collections-store.ts";
import { fileFilterOf, LACKS, RIGHTS, USES } from "#features/library/filter.ts";
import * as going from "#features/library/going-store.ts";
import * as listed from "#features/library/list-store.ts";
import * as rights from "#features/library/rights-store.ts";
import * as library from "#features/library/store.ts";
import * as uses from "#features/library/uses-store.ts";
import { askedByEach, EVERYWHERE, every, FILM, fileOf, type StoreAsks, updated } from "./testing-ask.ts";

/** The library as a whole, in its middle, and narrowed by each filter; words that no file has are looked for everywhere. */
const NARROWED: Partial<listed.Asked>[] = [
  ...[{}, { kind: "picture" as const }, { onlyUsable: true }, { from: "2015-01-01", until: "2015-01-31" }],
  ...(["after", "before"] as const).map((way) => ({ cursor: { way, at: "2016-01-01T00:00:00Z", id: 1 } })),
  ...USES.map((use) => ({ use })),
  ...LACKS.map((lack) => ({ lack })),
  { collectionId: 1 },
  ...RIGHTS.map((right) => ({ right })),
  ...[{ words: "khong co o dau" }, { words: "khong co o dau", use: "unused" as const }],
];

/** What is asked about the files of a site. */
export const ASKED_OF_FILES: Readonly<Record<string, StoreAsks>> = {
  "list of files": every(listed, [], {
    filesFound: async (archive) => {
      const { siteId, people } = archive;
      for (const asked of [...NARROWED, { personId: people.reporter }, { alike: fileOf(archive) }])
        await listed.filesFound(siteId, { ...fileFilterOf({}), ...asked });
    },
    countFound: async ({ siteId }) => {
      for (const asked of NARROWED) await listed.countFound(siteId, { ...fileFilterOf({}), ...asked });
    },
  }),
  "collections of files": every(
    collections,
    ["insertCollection", "addFiles", "takeFiles", "nameCollection", "dropCollection"],
    {
      collectionsOf: ({ siteId }) => collections.collectionsOf(siteId),
      collectionsWith: ({ siteId }) => collections.collectionsWith(siteId, [1, 2, 3]),
      lockCollection: ({ siteId }) => transaction((tx) => collections.lockCollection(tx, siteId, 1)),
      countCollections: ({ siteId }) => transaction((tx) => collections.countCollections(tx, siteId)),
      findByName: ({ siteId }) => transaction((tx) => collections.findByName(tx, siteId, "Lễ hội đình")),
      countFiles: () => transaction((tx) => collections.countFiles(tx, 1)),
    },
  ),
  "a file": every(library, ["keepWords"], {
    findChosen: ({ siteId }) => library.findChosen(siteId, [1, 2, 3]),
    lockChosen: ({ siteId }) => transaction((tx) => library.lockChosen(tx, siteId, [1, 2, 3])),
    findDetails: (archive) => library.findDetails(archive.siteId, fileOf(archive)),
    lockFile: (archive) => transaction((tx) => library.lockFile(tx, archive.siteId, fileOf(archive))),
    lastChange: () => transaction((tx) => library.lastChange(tx, 1)),
  }),
  "rights of a file": every(rights, ["keepRights"], {
    lockRights: (archive) => transaction((tx) => rights.lockRights(tx, archive.siteId, [fileOf(archive), EVERYWHERE])),
    lastSaid: () => transaction((tx) => rights.lastSaid(tx, 1)),
    rightsHistory: (archive) => rights.rightsHistory(archive.siteId, fileOf(archive)),
    lastOf: ({ siteId, people: { reporter } }) => rights.lastOf(siteId, reporter),
    endedLive: ({ siteId }) => rights.endedLive(siteId, 5),
  }),
  "where files go": every(going, ["forgetBinned"], {
    lockToGo: (archive) => transaction((tx) => going.lockToGo(tx, archive.siteId, fileOf(archive))),
    isNamed: (archive) =>
      transaction(async (tx) => {
        for (const sha256 of [fileOf(archive), EVERYWHERE]) await going.isNamed(tx, archive.siteId, sha256);
      }),
    findAsked: (archive) => transaction((tx) => going.findAsked(tx, archive.siteId, fileOf(archive))),
    binnedFiles: async ({ siteId }) => {
      for (const before of [null, { at: "2016-01-01T00:00:00Z", id: 1 }]) await going.binnedFiles(siteId, before, 49);
    },
    countBinned: ({ siteId }) => going.countBinned(siteId),
    waitingErasures: ({ siteId }) => going.waitingErasures(siteId),
    keptFromReaders: (archive) => going.keptFromReaders(updated(archive)),
    binnedLongAgo: () => going.binnedLongAgo(0, 200),
  }),
  "deeds about files": every(deeds, ["insertDeed"], {
    isErased: (archive) => deeds.isErased(archive.siteId, fileOf(archive)),
    erasedAmong: (archive) => deeds.erasedAmong(archive.siteId, [fileOf(archive), EVERYWHERE]),
    erasures: (archive) => deeds.erasures(fileOf(archive)),
    unswept: (archive) => transaction((tx) => deeds.unswept(tx, fileOf(archive))),
    countUnswept: () => deeds.countUnswept(),
    deedsOf: (archive) => deeds.deedsOf(archive.siteId, fileOf(archive)),
  }),
  "what belongs to a video": every(beside, [], {
    besideOf: async ({ siteId }) => {
      const [poster] = await beside.besideOf(siteId, FILM);
      // Too many texts name it for anybody to say that none shows it otherwise.
      if (poster?.sha256 !== EVERYWHERE || !poster.isApart) throw new Error("a poster that all texts name stays");
    },
  }),
  "uses of a file": every(uses, [], {
    usesOf: (archive) =>
      askedByEach(archive, async (ranks) => {
        await uses.usesOf(ranks, fileOf(archive), null);
        await uses.usesOf(ranks, EVERYWHERE, null);
        await uses.usesOf(ranks, EVERYWHERE, archive.base + 1_000);
      }),
  }),
};
