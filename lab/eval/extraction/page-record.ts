/** A labeled page. Records with `pageType` carry fields beside the text. */
export type PageRecord = {
  readonly url?: string | null
  readonly html: string
  readonly pageType?: 'article' | 'listing' | 'collection'
  readonly gold: {
    readonly text: string
    readonly title?: string | null
    readonly author?: string | null
    readonly authors?: readonly string[]
    readonly date?: string | null
    /** Pieces that must not be in the text. */
    readonly without?: readonly string[]
  }
}

/** The part of an address that one owner registers: `bbc.co.uk` of `www.bbc.co.uk`. Pages of one are never learned and scored. */
export function registeredDomain(address: string): string {
  const parts = (URL.parse(address)?.hostname ?? address).split('.')
  const isUnderCountry = /^(?:co|com|org|net|gov|edu|ac)$/.test(parts.at(-2) ?? '') && parts.at(-1)?.length === 2
  return parts.slice(isUnderCountry ? -3 : -2).join('.')
}
