/** Text that somebody else wrote: a title, a sentence, a name. Its key `untrusted` marks it as data, never instructions. */
type OutsideText = { readonly untrusted: string }

export function outside(text: string): OutsideText {
  return { untrusted: text }
}

/** Several such texts under a key; nothing if there are none. */
export function outsideAll(key: string, texts: readonly string[]): Readonly<Record<string, readonly OutsideText[]>> {
  return texts.length === 0 ? {} : { [key]: texts.map(outside) }
}
