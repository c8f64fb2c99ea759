import iconv from 'iconv-lite'
import { detect } from 'jschardet'
import { type Decoded, decodeUsual, type RareEncodings } from './decode-usual.ts'

/** As much as the detector is given: it is slow, and more does not make it surer. */
const DETECT_BYTES = 32_768

const rareEncodings: RareEncodings = {
  decodeAs(bytes, name) {
    if (!iconv.encodingExists(name)) return undefined
    try {
      return iconv.decode(bytes, name)
    } catch {
      return undefined
    }
  },
  detected(bytes) {
    const first = bytes.findIndex((byte) => byte > 127)
    const from = Math.max(0, first - 256)
    try {
      const guess = detect(bytes.subarray(from, from + DETECT_BYTES))
      return guess.encoding?.toLowerCase() ?? 'windows-1252'
    } catch {
      return 'windows-1252'
    }
  },
}

/** Turns bytes of a feed or page into text, whatever they are encoded in (see `decodeUsual`). Never throws. */
export function decode(bytes: Uint8Array, contentType = ''): Decoded {
  const decoded = decodeUsual(bytes, contentType, rareEncodings)
  if (!decoded) throw new Error('Rare encodings were at hand and were asked for')
  return decoded
}
