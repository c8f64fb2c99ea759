/** What a word may be in English: stems (`lightStem`), the likeliest first with share 1. */
export type Translation = readonly (readonly [stem: string, share: number])[]

/** A list of words of one language with their English stems. */
export type WordTable = { find(key: string): Translation | undefined }

/** How many keys are looked through one by one. Within a block, a key is written without what it shares with the one before. */
const blockSize = 16
/** An English stem is two bytes: its number, and in the highest bits which of these shares it has. */
const shares = [1, 0.65, 0.4, 0.2] as const
const stemBits = 14
export const mostStems = 1 << stemBits
export const mostPerKey = 8
const longestKey = 40
/** As many letters as can be left out of a key. */
const mostSame = 15

/**
 * Opens a packed list: a line of stems, four bytes for the number of blocks and for the start of each, then the keys in order. Nothing is
 * unpacked but the stems, so that a list of a hundred thousand words takes hardly more memory than on disk.
 */
export function openWordTable(packed: Uint8Array): WordTable {
  const lineEnd = packed.indexOf(10)
  const stems = new TextDecoder().decode(packed.subarray(0, lineEnd)).split(' ')
  const view = new DataView(packed.buffer, packed.byteOffset + lineEnd + 1, packed.length - lineEnd - 1)
  const blocks = view.byteLength < 4 ? 0 : view.getUint32(0)
  const startOf = (block: number) => (block < blocks ? view.getUint32(4 + 4 * block) : view.byteLength)

  /** The last block whose first key is not after the key. */
  function blockOf(key: string): number {
    let [low, high] = [0, blocks - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (isAfter(startOf(middle), key)) high = middle - 1
      else low = middle
    }
    return low
  }

  /** Whether the first key of a block, which is written in full, comes after another. */
  function isAfter(start: number, key: string): boolean {
    const length = view.getUint8(start + 1)
    for (let i = 0; i < length; i++) {
      const difference = view.getUint8(start + 2 + i) - (i < key.length ? key.charCodeAt(i) : -1)
      if (difference !== 0) return difference > 0
    }
    return false
  }

  return {
    find(key) {
      if (blocks === 0 || key === '' || key.length > longestKey) return undefined
      const block = blockOf(key)
      const end = startOf(block + 1)
      /** How many letters of the key the entry before has in common with it. */
      let matched = 0
      for (let at = startOf(block); at < end; ) {
        const head = view.getUint8(at)
        const [same, count] = [head >> 4, (head & 15) + 1]
        const length = view.getUint8(at + 1)
        const letters = at + 2
        at = letters + length + 2 * count
        // With more in common with the entry before than the key has, this one differs where that one did; with less, it comes after the key.
        if (same > matched) continue
        if (same < matched && same < mostSame) return undefined
        matched = same
        let i = 0
        while (i < length && view.getUint8(letters + i) === key.charCodeAt(same + i)) i++
        matched += i
        if (i === length && matched === key.length) return translationAt(letters + length, count)
      }
      return undefined
    },
  }

  function translationAt(start: number, count: number): Translation {
    return Array.from({ length: count }, (_, i) => {
      const packed = view.getUint16(start + 2 * i)
      return [stems[packed & (mostStems - 1)] ?? '', shares[packed >> stemBits] ?? 0] as const
    })
  }
}

/** Packs a list for `openWordTable`. Keys are ASCII letters; each has one to eight stems, of 16,384 in all. */
export function packWordTable(words: ReadonlyMap<string, Translation>): Uint8Array {
  const uses = new Map<string, number>()
  for (const translation of words.values()) for (const [stem] of translation) uses.set(stem, (uses.get(stem) ?? 0) + 1)
  const stems = [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([stem]) => stem)
  if (stems.length > mostStems) throw new Error(`${stems.length} stems, more than ${mostStems}`)
  const numbers = new Map(stems.map((stem, number) => [stem, number]))
  const bytes: number[] = []
  const starts: number[] = []
  let before = ''
  for (const [index, key] of [...words.keys()].sort((a, b) => (a < b ? -1 : 1)).entries()) {
    const isFirst = index % blockSize === 0
    if (isFirst) starts.push(bytes.length)
    const same = isFirst ? 0 : sameLetters(before, key)
    const translation = words.get(key) ?? []
    bytes.push((same << 4) | (translation.length - 1), key.length - same)
    for (const letter of key.slice(same)) bytes.push(letter.charCodeAt(0))
    for (const [stem, share] of translation) {
      const packed = (levelOf(share) << stemBits) | (numbers.get(stem) ?? 0)
      bytes.push(packed >> 8, packed & 255)
    }
    before = key
  }
  const line = new TextEncoder().encode(`${stems.join(' ')}\n`)
  const head = new DataView(new ArrayBuffer(4 + 4 * starts.length))
  head.setUint32(0, starts.length)
  for (const [block, start] of starts.entries()) head.setUint32(4 + 4 * block, head.byteLength + start)
  const packed = new Uint8Array(line.length + head.byteLength + bytes.length)
  packed.set(line)
  packed.set(new Uint8Array(head.buffer), line.length)
  packed.set(bytes, line.length + head.byteLength)
  return packed
}

function sameLetters(a: string, b: string): number {
  let same = 0
  while (same < mostSame && same < a.length && a[same] === b[same]) same++
  return same
}

/** The nearest of the shares that can be written. */
function levelOf(share: number): number {
  const distances = shares.map((each) => Math.abs(each - share))
  return distances.indexOf(Math.min(...distances))
}
