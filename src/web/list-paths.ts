/**
 * Lists and what they link to: the pages requested most. They depend only on the database, the reader, the URL and the look of the pages.
 */
export const listPaths = /^\/(?:|today|days\/[^/]+|feeds|feeds\/all|entries\/[^/]+|search|sources|sources\/[^/]+)$/
