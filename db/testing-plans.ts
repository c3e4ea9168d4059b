import pg from "pg";

/** A statement as the driver got it. */
export type Sent = { text: string; values: unknown[] };

/** What the database did for a statement. */
export type Plan = {
  /** Blocks of 8 KB that were read, from memory or from the disk. */
  blocks: number;
  /** Tables that were read from end to end. */
  scanned: string[];
  /** Each list that was put in order: how many rows came at a time from one table or from one page of it, and which tables these were. */
  sorted: { rows: number; from: string[] }[];
};

/** Notes what every connection of this process sends, from now until it is told to end. Connections from before are not heard. */
export function recordStatements() {
  const real = pg.Client.prototype.query;
  let heard: Sent[] = [];
  pg.Client.prototype.query = new Proxy(real, {
    apply(query, self, given: [unknown, unknown]) {
      const [config, values] = given;
      const { text, values: own } = (typeof config === "string" ? { text: config } : config) as Partial<Sent>;
      if (text !== undefined && /^\s*(select|with|insert|update|delete)\b/i.test(text)) {
        heard.push({ text, values: Array.isArray(values) ? values : (own ?? []) });
      }
      return Reflect.apply(query, self, given);
    },
  });
  return {
    /** What is sent while `work` goes on. */
    async during(work: () => Promise<unknown>): Promise<Sent[]> {
      heard = [];
      await work();
      const sent = heard;
      // Whoever reads on may ask something meanwhile.
      heard = [];
      return sent;
    },
    end() {
      pg.Client.prototype.query = real;
    },
  };
}

/** Carries a statement out, takes it back, and says what it cost. */
export async function planOf(client: pg.ClientBase, { text, values }: Sent): Promise<Plan> {
  await client.query("begin");
  try {
    const { rows } = await client.query(`explain (analyze, buffers, format json) ${text}`, values);
    const plan: PlanNode = rows[0]["QUERY PLAN"][0].Plan;
    const nodes = allOf(plan);
    const tablesOf = (all: PlanNode[]) => all.flatMap((node) => node["Relation Name"] ?? []);
    const sorts = nodes.filter((node) => /Sort$/.test(node["Node Type"])).flatMap(({ Plans = [] }) => Plans);
    return {
      blocks: plan["Shared Hit Blocks"] + plan["Shared Read Blocks"],
      scanned: tablesOf(nodes.filter((node) => node["Node Type"] === "Seq Scan")),
      sorted: sorts.map((below) => ({ rows: mostFrom(below), from: tablesOf(allOf(below)) })),
    };
  } finally {
    await client.query("rollback");
  }
}

/** How many rows come out, or as many as one page of them has: pages that are put in order together are cut again. */
function mostFrom(node: PlanNode): number {
  const below = (node.Plans ?? []).map(mostFrom);
  const all = node["Actual Rows"] * node["Actual Loops"];
  return node["Node Type"] === "Limit"
    ? node["Actual Rows"]
    : Math.min(all, ...(below.length > 0 ? [Math.max(...below)] : []));
}

type PlanNode = {
  "Node Type": string;
  "Relation Name"?: string;
  "Shared Hit Blocks": number;
  "Shared Read Blocks": number;
  /** Of each time that it was asked, on the average. */
  "Actual Rows": number;
  "Actual Loops": number;
  Plans?: PlanNode[];
};

function allOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(allOf)];
}
