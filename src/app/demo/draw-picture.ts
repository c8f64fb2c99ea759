import { crc32, deflateSync } from 'node:zlib'
import { nth } from '../../core/nth.ts'

type Color = readonly [red: number, green: number, blue: number]
type Scene = { readonly skyTop: Color; readonly skyLow: Color; readonly hills: readonly Color[]; readonly water: Color }

const SCENES: readonly Scene[] = [
  {
    skyTop: [143, 163, 184],
    skyLow: [226, 222, 209],
    hills: [
      [150, 160, 158],
      [104, 122, 116],
      [62, 82, 74],
    ],
    water: [118, 138, 148],
  },
  {
    skyTop: [86, 98, 128],
    skyLow: [232, 196, 160],
    hills: [
      [140, 118, 122],
      [92, 80, 92],
      [48, 46, 60],
    ],
    water: [120, 104, 110],
  },
  {
    skyTop: [120, 158, 180],
    skyLow: [238, 236, 222],
    hills: [
      [158, 176, 160],
      [122, 146, 116],
      [84, 108, 78],
    ],
    water: [104, 140, 150],
  },
  {
    skyTop: [40, 48, 74],
    skyLow: [126, 132, 152],
    hills: [
      [78, 84, 104],
      [50, 56, 74],
      [26, 30, 44],
    ],
    water: [58, 68, 90],
  },
]

const drawn = new Map<string, Buffer>()

const WIDTH = 640
const HEIGHT = 400

/** A landscape for a picture name, as PNG bytes (640 by 400): hills, sky and water. The same name gives the same picture. */
export function drawPicture(name: string): Buffer {
  const kept = drawn.get(name)
  if (kept) return kept
  const seed = crc32(name)
  const scene = nth(SCENES, seed % SCENES.length)
  const ridges = scene.hills.map((color, index) => ({ color, height: ridge(seed >>> (index * 5), index) }))
  const rows = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT)
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      // Each row begins with a filter byte, which stays 0: no filter (PNG specification, section 9).
      rows.set(colorAt(x, y, scene, ridges), y * (WIDTH * 3 + 1) + 1 + x * 3)
    }
  const picture = png(rows)
  drawn.set(name, picture)
  return picture
}

type Ridge = { readonly color: Color; readonly height: (x: number) => number }

function colorAt(x: number, y: number, scene: Scene, ridges: readonly Ridge[]): Color {
  if (y > HEIGHT * 0.82) return scene.water
  const near = ridges.findLast((hill) => y >= hill.height(x))
  return near ? near.color : mixed(scene.skyTop, scene.skyLow, y / (HEIGHT * 0.7))
}

/** The top edge of a row of hills, nearer rows lower: three waves of different length. */
function ridge(seed: number, index: number): (x: number) => number {
  const phase = (seed % 97) / 10
  const level = HEIGHT * (0.42 + index * 0.13)
  return (x) =>
    level +
    Math.sin(x / 90 + phase) * 26 +
    Math.sin(x / 37 + phase * 2) * 10 +
    Math.sin(x / 13 + phase * 3) * (3 - index)
}

function mixed(from: Color, to: Color, share: number): Color {
  const part = Math.min(1, Math.max(0, share))
  const channel = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * part)
  return [channel(0), channel(1), channel(2)]
}

function png(rows: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  // 8 bits a channel, red-green-blue.
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const framed = Buffer.alloc(8)
  framed.writeUInt32BE(body.length, 0)
  framed.writeUInt32BE(crc32(typed), 4)
  return Buffer.concat([framed.subarray(0, 4), typed, framed.subarray(4)])
}
