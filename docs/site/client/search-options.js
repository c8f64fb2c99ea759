/** How texts are indexed when the site is built, and read in the browser. */
export const searchOptions = {
  fields: ['title', 'page', 'text'],
  storeFields: ['path', 'title', 'page', 'start'],
  searchOptions: {
    boost: { title: 4, page: 2 },
    combineWith: /** @type {const} */ ('AND'),
    prefix: true,
    fuzzy: (/** @type {string} */ term) => (term.length > 4 ? 0.2 : false),
  },
}
