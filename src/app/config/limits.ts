const MEGABYTE = 2 ** 20

/** Limits that no deployment needs to change. Tests and measurements pass others to `createContext`. */
export const usualLimits = {
  /** To PostgreSQL for background work, and as many again for pages. */
  databaseConnections: 10,
  /** A replica further behind isn't read. */
  replicaLagMs: 10_000,
  /** Open at once to the pages; beyond it those are closed that keep the server waiting, of the client with the most. */
  connections: 1_000,
  /** A feed is left alone no longer than this, whatever it asks for; its pauses and skipped days aside. */
  pollCapMinutes: 24 * 60,
  /** Quick requests under way at once for feeds, and as many for pages; of slow ones four times as many. */
  inFlight: 64,
  /** Requests under way at once to one host. */
  perHost: 2,
  /** For one request. */
  timeoutMs: 30_000,
  /** Sizes are after decompression. */
  feedBytes: 16 * MEGABYTE,
  pageBytes: 8 * MEGABYTE,
  pictureBytes: 8 * MEGABYTE,
  /** Pictures used longest ago are deleted first. */
  pictureFolderBytes: 512 * MEGABYTE,
  newsletterBytes: 5 * MEGABYTE,
  /** Of one program with a token; over MCP, of all programs of a reader together. */
  requestsPerMinute: 600,
  /** Feeds of one reader. */
  subscriptions: 100_000,
  /** URLs that one reader, not the owner, may have requested; a fifth as many refreshes, a tenth as many files. */
  turnsPerHour: 600,
  /** One page may keep a thread busy this long. */
  analysisMs: 20_000,
  /** A new article joins only stories this recent. */
  storyDays: 4,
  /** Automatic backups of the SQLite file. */
  backupsKept: 3,
} as const

export type Limits = { readonly [Name in keyof typeof usualLimits]: number }
