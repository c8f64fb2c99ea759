/** 16-bit mono sound. */
export type Sound = { readonly samplesPerSecond: number; readonly samples: Uint8Array }

const headerBytes = 44
const plainPcm = 1
const extensible = 0xfffe

/**
 * Reads WAVE (RIFF, 16 bits, one or two channels) with any other chunks. The length in its header is ignored, since a program
 * writing to a pipe can't know it. Undefined if it isn't WAVE.
 */
export function readWave(given: Uint8Array): Sound | undefined {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  if (bytes.length < headerBytes || bytes.toString('latin1', 0, 4) !== 'RIFF') return undefined
  if (bytes.toString('latin1', 8, 12) !== 'WAVE') return undefined
  let format: { readonly channels: number; readonly rate: number } | undefined
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    const start = at + 8
    if (name === 'fmt ' && start + 16 <= bytes.length) format = formatAt(bytes, start)
    if (name === 'data' && format) {
      const whole = bytes.subarray(start, Math.min(bytes.length, start + size))
      const frame = 2 * format.channels
      const samples = whole.subarray(0, whole.length - (whole.length % frame))
      return { samplesPerSecond: format.rate, samples: format.channels === 1 ? samples : mixed(samples) }
    }
    at = start + size + (size % 2)
  }
  return undefined
}

function formatAt(bytes: Buffer, start: number): { readonly channels: number; readonly rate: number } | undefined {
  const kind = bytes.readUInt16LE(start)
  const channels = bytes.readUInt16LE(start + 2)
  const rate = bytes.readUInt32LE(start + 4)
  const isPlain =
    (kind === plainPcm || kind === extensible) &&
    (channels === 1 || channels === 2) &&
    rate >= 4_000 &&
    rate <= 192_000 &&
    bytes.readUInt16LE(start + 14) === 16
  return isPlain ? { channels, rate } : undefined
}

/** Mixes two channels into one. */
function mixed(samples: Buffer): Buffer {
  const one = Buffer.alloc(samples.length / 2)
  for (let at = 0; at < one.length; at += 2)
    one.writeInt16LE((samples.readInt16LE(2 * at) + samples.readInt16LE(2 * at + 2)) >> 1, at)
  return one
}

/** Seconds. */
export function lengthOf({ samples, samplesPerSecond }: Sound): number {
  return samples.length / 2 / samplesPerSecond
}

/**
 * Joins sounds into one WAVE file with a pause after each, at the highest sample rate of all; also returns when each begins, in
 * seconds.
 */
export function writeWave(
  sounds: readonly Sound[],
  restMs: number,
): { readonly file: Buffer; readonly seconds: number; readonly starts: readonly number[] } {
  const rate = Math.max(...sounds.map(({ samplesPerSecond }) => samplesPerSecond), 0) || 22_050
  const rest = Buffer.alloc(2 * Math.round((rate * restMs) / 1000))
  const pieces: Uint8Array[] = []
  const starts: number[] = []
  let size = 0
  for (const sound of sounds) {
    starts.push(size / 2 / rate)
    const samples = atRate(sound, rate)
    pieces.push(samples, rest)
    size += samples.length + rest.length
  }
  return { file: Buffer.concat([waveHead(rate, size), ...pieces]), seconds: size / 2 / rate, starts }
}

/** Resamples a sound by linear interpolation. */
function atRate({ samples, samplesPerSecond }: Sound, rate: number): Uint8Array {
  if (samplesPerSecond === rate) return samples
  const from = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)
  const last = from.length / 2 - 1
  if (last < 0) return samples
  const made = Buffer.alloc(2 * Math.round(((last + 1) * rate) / samplesPerSecond))
  for (let index = 0; index < made.length / 2; index += 1) {
    const place = Math.min(last, (index * samplesPerSecond) / rate)
    const left = Math.floor(place)
    const a = from.readInt16LE(2 * left)
    const b = from.readInt16LE(2 * Math.min(last, left + 1))
    made.writeInt16LE(Math.round(a + (b - a) * (place - left)), 2 * index)
  }
  return made
}

function waveHead(rate: number, size: number): Buffer {
  const head = Buffer.alloc(headerBytes)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(headerBytes - 8 + size, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(plainPcm, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(2 * rate, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(size, 40)
  return head
}
