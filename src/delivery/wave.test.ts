import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lengthOf, readWave, writeWave } from './wave.ts'

const tone = (samplesPerSecond: number, count: number, value = 1000) => {
  const samples = Buffer.alloc(2 * count)
  for (let index = 0; index < count; index += 1) samples.writeInt16LE(value, 2 * index)
  return { samplesPerSecond, samples }
}

describe('WAVE', () => {
  it('is read as it was written', () => {
    const { file, seconds, starts } = writeWave([tone(16_000, 8_000)], 0)
    const read = readWave(file)!
    assert.deepEqual([read.samplesPerSecond, lengthOf(read), seconds, starts], [16_000, 0.5, 0.5, [0]])
  })

  it('of several rates is one of the finest, each sound as long as it was, with a rest after it', () => {
    const { file, seconds, starts } = writeWave([tone(16_000, 16_000), tone(24_000, 12_000, -7)], 250)
    const read = readWave(file)!
    assert.equal(read.samplesPerSecond, 24_000)
    assert.deepEqual(starts, [0, 1.25])
    assert.equal(seconds, 2)
    const samples = Buffer.from(read.samples)
    assert.deepEqual(
      [samples.readInt16LE(2 * 12_345), samples.readInt16LE(2 * 25_000), samples.readInt16LE(2 * 30_001)],
      [1000, 0, -7],
    )
  })

  it('is read with other chunks before its sound, with a length that nobody could know, and with two channels', () => {
    const plain = writeWave([tone(22_050, 4, 500)], 0).file
    const list = Buffer.concat([Buffer.from('LIST'), Buffer.from([3, 0, 0, 0]), Buffer.from('abc\0')])
    const unknown = Buffer.from(plain.subarray(36))
    unknown.writeUInt32LE(0xffffffff, 4)
    assert.equal(readWave(Buffer.concat([plain.subarray(0, 36), list, unknown]))!.samples.length, 8)
    const both = Buffer.from(plain)
    both.writeUInt16LE(2, 22)
    both.writeInt16LE(-500, 46)
    const mixed = Buffer.from(readWave(both)!.samples)
    assert.deepEqual([mixed.length, mixed.readInt16LE(0), mixed.readInt16LE(2)], [4, 0, 500])
  })

  it('that is none, broken off or of another kind is no sound', () => {
    const plain = writeWave([tone(22_050, 40)], 0).file
    const wrong = (at: number, value: number) => {
      const made = Buffer.from(plain)
      made.writeUInt16LE(value, at)
      return made
    }
    const broken = [
      Buffer.from('ID3 and so on'.repeat(9)),
      plain.subarray(0, 40),
      wrong(20, 3),
      wrong(34, 8),
      wrong(24, 0),
    ]
    for (const bytes of broken) assert.equal(readWave(bytes), undefined)
    for (let end = 0; end < plain.length; end += 1) readWave(plain.subarray(0, end))
  })
})
