/** Characters of an entry's HTML that are stored and shown at most (see `sanitizeHtml`). HTML that we generate is cut at this length too. */
export const MAX_HTML = 2_000_000
