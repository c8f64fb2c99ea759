/** Characters of an entry's HTML that are stored and shown at most (see `sanitizeHtml`). HTML that we generate is cut at this length too. */
export const MOST_TEXT = 2_000_000
