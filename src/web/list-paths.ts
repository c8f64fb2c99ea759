/**
 * Lists and what they lead to: the pages that are asked for most. All they are made of is what is stored, who asks, the address, and
 * the look of the pages.
 */
export const listPaths = /^\/(?:|today|days\/[^/]+|feeds|feeds\/all|entries\/[^/]+|search|sources|sources\/[^/]+)$/
