/** One value in DER, the form of certificates and time stamps: its tag, its content, and all its bytes. */
export type Der = {
  readonly tag: number
  readonly content: Uint8Array
  readonly whole: Uint8Array
}

const mostParts = 1000

/** The values that some bytes are; undefined when they are not DER. */
export function readDer(bytes: Uint8Array): readonly Der[] | undefined {
  const found: Der[] = []
  let at = 0
  while (at < bytes.length) {
    const [tag, first] = [bytes[at]!, bytes[at + 1]]
    if (first === undefined || found.length === mostParts) return undefined
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f
    // Neither tags of several bytes nor lengths that are left open occur in what we read.
    if ((tag & 0x1f) === 0x1f || first === 0x80 || lengthBytes > 4) return undefined
    let length = first < 0x80 ? first : 0
    for (const byte of bytes.subarray(at + 2, at + 2 + lengthBytes)) length = length * 256 + byte
    const start = at + 2 + lengthBytes
    if (start + length > bytes.length) return undefined
    found.push({ tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) })
    at = start + length
  }
  return found
}

/** The values within a value; none where it has none. */
export function partsOf(value: Der | undefined): readonly Der[] {
  return (value && (value.tag & 0x20) !== 0 && readDer(value.content)) || []
}

/** An object identifier in digits and dots; an empty text where the value isn't one. */
export function objectId(value: Der | undefined): string {
  if (value?.tag !== 6) return ''
  const numbers: number[] = []
  let number = 0
  for (const byte of value.content) {
    number = number * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      numbers.push(number)
      number = 0
    }
  }
  const [first = 0, ...rest] = numbers
  const root = Math.min(2, Math.floor(first / 40))
  return [root, first - 40 * root, ...rest].join('.')
}
