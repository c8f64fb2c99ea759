/** Of one document so many entries are read, the first: feeds put the newest first. */
export const MOST_ENTRIES = 2000
