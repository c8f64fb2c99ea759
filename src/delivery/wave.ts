/** Sound as a voice makes it: 16 bits, one channel. */
export type Sound = { readonly samplesPerSecond: number; readonly samples: Uint8Array }

const headerBytes = 44

/** Reads what a voice wrote as WAVE into a pipe, where the length in its head cannot be right; undefined when it is none. */
export function readWave(bytes: Buffer): Sound | undefined {
  const isPlain =
    bytes.length >= headerBytes &&
    bytes.toString('latin1', 0, 4) === 'RIFF' &&
    bytes.toString('latin1', 36, 40) === 'data' &&
    bytes.readUInt16LE(22) === 1 &&
    bytes.readUInt16LE(34) === 16
  return isPlain ? { samplesPerSecond: bytes.readUInt32LE(24), samples: bytes.subarray(headerBytes) } : undefined
}

/** One WAVE file of several sounds with a rest after each. All have the rate of the first. */
export function writeWave(
  sounds: readonly Sound[],
  restMs: number,
): { readonly file: Buffer; readonly seconds: number } {
  const rate = sounds[0]?.samplesPerSecond ?? 22_050
  const rest = Buffer.alloc(2 * Math.round((rate * restMs) / 1000))
  const samples = Buffer.concat(sounds.flatMap((sound) => [sound.samples, rest]))
  const head = Buffer.alloc(headerBytes)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(headerBytes - 8 + samples.length, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(2 * rate, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(samples.length, 40)
  return { file: Buffer.concat([head, samples]), seconds: samples.length / 2 / rate }
}
