export const minifluxBase = '/v1'

export function ownedByMiniflux(path: string): boolean {
  return `${singleSlashes(path)}/`.startsWith(`${minifluxBase}/`)
}

/** An app given a URL with a final slash requests `//v1/me`. */
export function singleSlashes(path: string): string {
  return path.replace(/\/{2,}/g, '/')
}
