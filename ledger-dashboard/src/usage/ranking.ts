import type { Bucket } from '../api/types';

/** One of what is drawn in its own colour. */
export interface Rank {
  /** The website's id; null for use that is no website's. Undefined: all others together. */
  readonly websiteId: string | null | undefined;
  readonly name: string | null;
  readonly used: bigint;
}

export interface Ranking {
  /** Most used first, all others together last. */
  readonly ranks: readonly Rank[];
  /** For each bucket what each rank used in it, in the order of the ranks. */
  readonly rows: readonly {
    readonly start: string;
    readonly used: readonly bigint[];
    readonly total: bigint;
  }[];
}

/** As many as can be told apart by their colours. */
export const MOST_RANKS = 7;

export function rankingOf(buckets: readonly Bucket[]): Ranking {
  const sums = new Map<string | null, { name: string | null; used: bigint }>();
  for (const { websiteId = null, name = null, used } of buckets.flatMap((bucket) => bucket.websites ?? [])) {
    sums.set(websiteId, { name, used: (sums.get(websiteId)?.used ?? 0n) + used });
  }
  const all = [...sums]
    .map(([websiteId, { name, used }]): Rank => ({ websiteId, name, used }))
    .sort((one, other) => (one.used === other.used ? 0 : one.used < other.used ? 1 : -1));
  const top = all.slice(0, MOST_RANKS);
  const others = all.slice(MOST_RANKS);
  const ranks =
    others.length === 0
      ? top
      : [
          ...top,
          { websiteId: undefined, name: null, used: others.reduce((sum, { used }) => sum + used, 0n) },
        ];
  const places = new Map(top.map(({ websiteId }, place) => [websiteId, place]));
  return {
    ranks,
    rows: buckets.map((bucket) => {
      const used = ranks.map(() => 0n);
      for (const use of bucket.websites ?? []) {
        const place = places.get(use.websiteId ?? null) ?? MOST_RANKS;
        used[place] = (used[place] ?? 0n) + use.used;
      }
      return { start: bucket.start, used, total: bucket.used };
    }),
  };
}
