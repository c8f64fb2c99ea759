import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readPictureHeader } from './picture-header.ts'

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
const u16 = (value: number) => [value >> 8, value & 255]
const u32 = (value: number) => [...u16(Math.floor(value / 65536)), ...u16(value % 65536)]
const little = (bytes: readonly number[]) => bytes.toReversed()
const bytes = (...parts: readonly number[][]) => Uint8Array.from(parts.flat())
const padding = (length: number) => new Array<number>(length).fill(0)

const png = (width: number, height: number) =>
  bytes([0x89], ascii('PNG\r\n\x1a\n'), u32(13), ascii('IHDR'), u32(width), u32(height), [8, 2, 0, 0, 0])
const gif = bytes(ascii('GIF89a'), little(u16(320)), little(u16(200)), [0, 0, 0])
const frame = (marker: number) => [0xff, marker, ...u16(17), 8, ...u16(480), ...u16(640), 3, ...padding(9)]
const exif = (orientation: number, order: 'II' | 'MM') => {
  const two = (value: number) => (order === 'II' ? little(u16(value)) : u16(value))
  const four = (value: number) => (order === 'II' ? little(u32(value)) : u32(value))
  const tiff = [...ascii(order), ...two(42), ...four(8), ...two(1), ...two(0x0112), ...two(3), ...four(1)]
  const body = [...ascii('Exif'), 0, 0, ...tiff, ...two(orientation), ...two(0), ...four(0)]
  return [0xff, 0xe1, ...u16(body.length + 2), ...body]
}
const jpeg = (...segments: readonly number[][]) => bytes([0xff, 0xd8], ...segments)
const webp = (chunk: string, body: readonly number[]) =>
  bytes(ascii('RIFF'), u32(0), ascii('WEBP'), ascii(chunk), u32(0), [...body], padding(12))
const box = (kind: string, ...parts: readonly number[][]) => {
  const body = parts.flat()
  return [...u32(body.length + 8), ...ascii(kind), ...body]
}
const size = (width: number, height: number) => box('ispe', u32(0), u32(width), u32(height))
const avif = (...properties: readonly number[][]) =>
  bytes(
    box('ftyp', ascii('mif1'), u32(0), ascii('avif')),
    box('meta', u32(0), box('hdlr', padding(12)), box('iprp', box('ipco', ...properties), box('ipma', padding(4)))),
    box('mdat', padding(9)),
  )

describe('readPictureHeader', () => {
  const known: readonly (readonly [string, Uint8Array, ReturnType<typeof readPictureHeader>])[] = [
    ['PNG', png(1200, 800), { type: 'image/png', width: 1200, height: 800 }],
    ['GIF', gif, { type: 'image/gif', width: 320, height: 200 }],
    ['JPEG', jpeg([0xff, 0xe0, 0, 4, 1, 1], frame(0xc0)), { type: 'image/jpeg', width: 640, height: 480 }],
    [
      'a progressive JPEG after fill bytes',
      jpeg([0xff, 0xff], frame(0xc2)),
      { type: 'image/jpeg', width: 640, height: 480 },
    ],
    ['a JPEG held upright', jpeg(exif(6, 'II'), frame(0xc0)), { type: 'image/jpeg', width: 480, height: 640 }],
    [
      'the same in the other byte order',
      jpeg(exif(8, 'MM'), frame(0xc0)),
      { type: 'image/jpeg', width: 480, height: 640 },
    ],
    ['a JPEG upside down', jpeg(exif(3, 'MM'), frame(0xc0)), { type: 'image/jpeg', width: 640, height: 480 }],
    [
      'lossy WebP',
      webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 0x58, 0x02, 0x90, 0x01]),
      { type: 'image/webp', width: 600, height: 400 },
    ],
    [
      'lossless WebP',
      webp('VP8L', [0x2f, ...little(u32((99 << 14) | 199))]),
      { type: 'image/webp', width: 200, height: 100 },
    ],
    [
      'extended WebP',
      webp('VP8X', [0, 0, 0, 0, 0x57, 0x02, 0, 0x8f, 0x01, 0]),
      { type: 'image/webp', width: 600, height: 400 },
    ],
    ['AVIF with a thumbnail', avif(size(64, 40), size(1280, 800)), { type: 'image/avif', width: 1280, height: 800 }],
    ['AVIF that is turned', avif(size(1280, 800), box('irot', [1])), { type: 'image/avif', width: 800, height: 1280 }],
  ]
  for (const [name, given, expected] of known)
    it(`reads ${name}`, () => {
      assert.deepEqual(readPictureHeader(given), expected)
    })

  it('takes nothing else for a picture', () => {
    const others = [
      ascii('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      ascii('<!doctype html><html><body>Not here</body></html>'),
      ascii('%PDF-1.7 and so on and so forth'),
      ascii('GIF88a and so on'),
      [],
      [0xff],
      [0xff, 0xd8, 0xff],
      [...jpeg([0xff, 0xda, 0, 2], frame(0xc0))],
    ]
    for (const other of others) assert.equal(readPictureHeader(Uint8Array.from(other)), undefined)
  })

  it('takes no size that would fill the memory of a browser', () => {
    for (const [width, height] of [
      [0, 5],
      [5, 0],
      [70_000, 1],
      [60_000, 60_000],
      [0xffffffff, 0xffffffff],
    ] as const)
      assert.equal(readPictureHeader(png(width, height)), undefined)
  })

  it('takes what moves up to a large screen, and no further', () => {
    const frame = (width: number, height: number) => [
      0x2c,
      0,
      0,
      0,
      0,
      ...little(u16(width)),
      ...little(u16(height)),
      0,
      2,
      2,
      0x4c,
      1,
      0,
    ]
    const gifOf = (side: number, ...frames: readonly number[][]) =>
      bytes(ascii('GIF89a'), little(u16(side)), little(u16(side)), [0, 0, 0], [0x21, 0xf9, 1, 0, 0], ...frames, [0x3b])
    const chunk = (kind: string, length: number) => [...u32(length), ...ascii(kind), ...padding(length + 4)]
    const pngOf = (side: number, ...chunks: readonly number[][]) => bytes([...png(side, side)], padding(4), ...chunks)
    const webpOf = (flags: number, side: number) =>
      webp('VP8X', [flags, 0, 0, 0, ...little(u32(side - 1)).slice(0, 3), ...little(u32(side - 1)).slice(0, 3)])
    const track = (side: number) =>
      box('moov', box('trak', box('tkhd', padding(76), u16(side), [0, 0], u16(side), [0, 0])))
    const sequence = (side: number, ...more: readonly number[][]) => bytes([...avif(size(side, side))], ...more)
    const long = [...u32(1), ...ascii('free'), ...u32(0), ...u32(20), ...padding(4)]
    const moving: readonly (readonly [string, (side: number) => Uint8Array])[] = [
      ['GIF', (side) => gifOf(side, frame(1, 1), frame(1, 1))],
      ['PNG', (side) => pngOf(side, chunk('gAMA', 4), chunk('acTL', 8), chunk('IDAT', 3))],
      ['WebP', (side) => webpOf(2, side)],
      ['AVIF', (side) => sequence(side, long, box('moov', padding(9)))],
      ['AVIF with a larger track', (side) => sequence(9, track(side))],
    ]
    for (const [name, of] of moving) {
      assert.equal(readPictureHeader(of(4096))?.width, 4096, name)
      assert.equal(readPictureHeader(of(4097)), undefined, name)
    }
    const still = [gifOf(9000, frame(1, 1)), pngOf(9000, chunk('IDAT', 3)), webpOf(0, 9000), sequence(9000)]
    for (const one of still) assert.equal(readPictureHeader(one)?.width, 9000)
    assert.equal(readPictureHeader(gifOf(1, frame(60_000, 60_000))), undefined, 'a frame beyond its canvas')
  })

  it('reads bytes that begin inside a larger buffer', () => {
    const larger = new Uint8Array([9, 9, 9, ...gif])
    assert.deepEqual(readPictureHeader(larger.subarray(3)), { type: 'image/gif', width: 320, height: 200 })
  })

  it('never throws, and names only possible sizes, for pictures cut short and bytes made up', () => {
    const whole = known.map(([, given]) => given)
    const start = fc.constantFrom(...whole)
    fc.assert(
      fc.property(
        start,
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.nat(255))),
        fc.uint8Array(),
        (given, cut, changes, tail) => {
          const made = new Uint8Array([...given.subarray(0, cut % (given.length + 1)), ...tail])
          for (const [at, value] of changes) if (made.length > 0) made[at % made.length] = value
          const header = readPictureHeader(made)
          if (header) assert.ok(header.width > 0 && header.height > 0 && header.width * header.height <= 120_000_000)
        },
      ),
      { numRuns: 4000 },
    )
  })
})
