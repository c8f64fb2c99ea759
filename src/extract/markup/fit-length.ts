const silent = /<(?:(script|style|svg)(?=[\s/>])[^<>]*>|!--)/gi
const shortEnough = 20_000

/**
 * Markup of at most `most` code units. Of a longer one the long scripts, styles, drawings and comments go first, since the article
 * may stand behind them; then its end. `lost` is how much of the end went.
 */
export function fitLength(html: string, most: number): { readonly html: string; readonly lost: number } {
  if (html.length <= most) return { html, lost: 0 }
  const fitting = withoutSilent(html)
  return { html: fitting.slice(0, most), lost: Math.max(0, fitting.length - most) }
}

function withoutSilent(html: string): string {
  const lower = html.toLowerCase()
  const pieces: string[] = []
  const endless = new Set<string>()
  let from = 0
  silent.lastIndex = 0
  for (let found = silent.exec(html); found; found = silent.exec(html)) {
    const end = found[1] === undefined ? '-->' : `</${found[1].toLowerCase()}`
    const start = silent.lastIndex
    const at = endless.has(end) ? -1 : lower.indexOf(end, start)
    if (at < 0) endless.add(end)
    else {
      if (at - start > shortEnough) {
        pieces.push(html.slice(from, start))
        from = at
      }
      silent.lastIndex = at
    }
  }
  pieces.push(html.slice(from))
  return pieces.join('')
}
