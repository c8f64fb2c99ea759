/** `/`, `/en/`, `/index.html` */
const FRONT = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:index\.\w{3,5})?$/i

/**
 * Whether the address of an article led to the front page of its own site, as it often does when an article was taken away. What stands there is
 * none of the article's text. A short link of another house may mean the front page.
 */
export function leadsHome(asked: string, came: string): boolean {
  const [from, to] = [URL.parse(asked), URL.parse(came)]
  if (!from || !to || siteOf(from) !== siteOf(to)) return false
  return FRONT.test(to.pathname) && to.search === '' && !FRONT.test(from.pathname)
}

function siteOf({ host }: URL): string {
  return host.replace(/^(?:www|m|amp)\./, '')
}
