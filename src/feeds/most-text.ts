/** Of the HTML of one entry so many characters are kept: more is never shown (see `sanitizeHtml`). What is made of more is cut as it is made. */
export const MOST_TEXT = 2_000_000
