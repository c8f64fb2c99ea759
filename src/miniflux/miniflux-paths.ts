/** Where Miniflux has its interface. */
export const minifluxBase = '/v1'

/** Whether the Miniflux API answers at a path. */
export function ownedByMiniflux(path: string): boolean {
  return `${singleSlashes(path)}/`.startsWith(`${minifluxBase}/`)
}

/** An app that was given an address with a slash at its end asks for `//v1/me`. */
export function singleSlashes(path: string): string {
  return path.replace(/\/{2,}/g, '/')
}
