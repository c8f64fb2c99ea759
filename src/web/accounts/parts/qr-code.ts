import { encode } from 'uqr'
import { type Html, html } from '../../layout/html.ts'

/** A QR code as a drawing that needs no request. Only for what may be photographed from a screen: never a password. */
export function qrCode(text: string, name: string): Html {
  const { size, data } = encode(text, { ecc: 'M', border: 0 })
  const path = data
    .map((row, y) =>
      runsOf(row)
        .map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`)
        .join(''),
    )
    .join('')
  return html`<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${name}" shape-rendering="crispEdges"><path d="${path}" fill="#111"/></svg>`
}

/** Where dark cells begin in a row, and how many follow each other. */
function runsOf(row: readonly boolean[]): readonly (readonly [start: number, width: number])[] {
  const runs: [number, number][] = []
  for (const [x, isDark] of row.entries()) {
    if (!isDark) continue
    const last = runs.at(-1)
    if (last && last[0] + last[1] === x) last[1]++
    else runs.push([x, 1])
  }
  return runs
}
